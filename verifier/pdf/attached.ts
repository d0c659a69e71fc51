import { compareBytes, isSame } from '../asn1/bytes.ts'
import type { AttachedFile } from './layout.ts'
import { NotOurs } from './read.ts'
import { isDict, isList, isName, isRef, isText, type PdfDict, type PdfValue, text } from './values.ts'

/**
 * Throws NotOurs unless the catalog leads to each of our files exactly once as an associated file and once by name, and
 * readers get exactly the bytes of each. Otherwise people could see other evidence than the verified one.
 */
export function checkAttached(
  catalog: PdfDict,
  first: number,
  dictAt: (number: number) => PdfDict,
  ours: readonly AttachedFile[],
): void {
  const files = catalog.get('AF')
  const last = isList(files) ? files.slice(-ours.length) : []
  if (!isList(files) || !ours.every(({ spec }, index) => leadsTo(last[index], first + spec)))
    throw new NotOurs('The catalog does not lead to the evidence.')
  for (const one of ours) {
    const isSpec = (value: PdfValue | undefined) => leadsTo(value, first + one.spec)
    if (files.filter(isSpec).length !== 1 || !isNamedOnce(catalog.get('Names'), isSpec, one))
      throw new NotOurs('The catalog does not lead to the evidence.')
    if (!isOurSpec(dictAt(first + one.spec), first, one) || !isPlain(dictAt(first + one.file), one))
      throw new NotOurs('The evidence is not attached as ours is.')
  }
}

/** The name of our file in a document that already has a file with its usual name. */
export function otherName(name: string): string {
  return `sealane ${name}`
}

function isNamedOnce(
  names: PdfValue | undefined,
  isSpec: (value: PdfValue | undefined) => boolean,
  { name }: AttachedFile,
): boolean {
  const tree = isDict(names) ? names.get('EmbeddedFiles') : undefined
  const pairs = isDict(tree) && tree.size === 1 ? tree.get('Names') : undefined
  if (!isList(pairs) || pairs.length % 2 !== 0) return false
  const keys = pairs.filter((_, index) => index % 2 === 0).flatMap((key) => (isText(key) ? [key.bytes] : []))
  const isAscending = keys.every((key, index) => index === 0 || compare(keys[index - 1] ?? key, key) <= 0)
  const own = pairs.flatMap((value, index) => (isSpec(value) ? [pairs[index - 1]] : []))
  const [called] = own
  const isOurs = isText(called) && [name, otherName(name)].some((one) => isSame(text(one).bytes, called.bytes))
  return keys.length * 2 === pairs.length && isAscending && own.length === 1 && isOurs
}

// A name sorts before longer names that begin with it.
function compare(a: Uint8Array, b: Uint8Array): number {
  return compareBytes(a, b) || a.length - b.length
}

const specKeys = ['Type', 'F', 'UF', 'Desc', 'AFRelationship', 'EF']

function isOurSpec(spec: PdfDict, first: number, { file: place, name }: AttachedFile): boolean {
  const file = spec.get('EF')
  const isLeading = isDict(file) && file.size === 2 && ['F', 'UF'].every((key) => leadsTo(file.get(key), first + place))
  return (
    hasExactly(spec, specKeys) &&
    isName(spec.get('Type'), 'Filespec') &&
    isName(spec.get('AFRelationship'), 'Data') &&
    ['F', 'UF'].every((key) => isCalled(spec.get(key), name)) &&
    isLeading
  )
}

function isCalled(value: PdfValue | undefined, name: string): boolean {
  return isText(value) && isSame(value.bytes, text(name).bytes)
}

/** Whether the bytes of a stream are the file: no filter decodes them. */
function isPlain(head: PdfDict, { type }: AttachedFile): boolean {
  return (
    hasExactly(head, ['Type', 'Subtype', 'Params', 'Length']) &&
    isName(head.get('Type'), 'EmbeddedFile') &&
    isName(head.get('Subtype'), type)
  )
}

function hasExactly(found: PdfDict, keys: readonly string[]): boolean {
  return found.size === keys.length && keys.every((key) => found.has(key))
}

function leadsTo(value: PdfValue | undefined, number: number): boolean {
  return isRef(value) && value.number === number && value.generation === 0
}
