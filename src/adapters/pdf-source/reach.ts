import { type PDF, PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'

/**
 * The objects that others lead to, each once, the first ones among them. `leaves` says by its name which value of an object
 * is not followed. An object that the file names and does not have comes as null.
 */
export function* reach(
  pdf: PDF,
  first: readonly PdfObject[],
  leaves: (name: string) => boolean = () => false,
): Generator<PdfObject | null> {
  const seen = new Set<string>()
  const open = [...first]
  for (let object = open.pop(); object; object = open.pop()) {
    yield object
    for (const part of partsOf(object, leaves)) {
      if (!(part instanceof PdfRef)) {
        open.push(part)
        continue
      }
      const name = part.toString()
      if (seen.has(name)) continue
      seen.add(name)
      const found = pdf.getObject(part)
      if (found) open.push(found)
      else yield null
    }
  }
}

function partsOf(object: PdfObject, leaves: (name: string) => boolean): PdfObject[] {
  if (object instanceof PdfArray) return [...object]
  const dictionary = object instanceof PdfDict || object instanceof PdfStream ? [...object] : []
  return dictionary.flatMap(([name, value]) => (leaves(name.value) ? [] : [value]))
}
