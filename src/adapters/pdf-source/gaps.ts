import { type PDF, PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'

/** Where pages lead beside to what is drawn on them. */
const elsewhere = new Set(['Parent', 'P', 'StructParent', 'Dest', 'A', 'AA', 'B', 'Popup', 'IRT'])

/**
 * Whether something that the pages are drawn with is not in the file. A file may name what it does not have, and most often
 * means nothing by it; one whose table of objects had to be guessed has lost it.
 */
export function hasGaps(pdf: PDF): boolean {
  const seen = new Set<string>()
  const open: PdfObject[] = pdf.getPages().map(({ dict }) => dict)
  for (let object = open.pop(); object; object = open.pop()) {
    for (const part of partsOf(object)) {
      if (!(part instanceof PdfRef)) {
        open.push(part)
        continue
      }
      const name = part.toString()
      if (seen.has(name)) continue
      seen.add(name)
      const found = pdf.getObject(part)
      if (!found) return true
      open.push(found)
    }
  }
  return false
}

function partsOf(object: PdfObject): PdfObject[] {
  if (object instanceof PdfArray) return [...object]
  const dictionary = object instanceof PdfDict || object instanceof PdfStream ? [...object] : []
  return dictionary.flatMap(([name, value]) => (elsewhere.has(name.value) ? [] : [value]))
}
