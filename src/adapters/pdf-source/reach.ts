import { type PDF, PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'

/**
 * The given objects and all objects that they lead to, each once. `leaves` tells by its name whether an entry of an
 * object is skipped. Null stands for an object that the file refers to and does not have.
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
