import { compareBytes } from '../../../verifier/asn1/bytes.ts'
import { otherName } from '../../../verifier/pdf/attached.ts'
import type { AttachedFile } from '../../../verifier/pdf/layout.ts'
import {
  date,
  dict,
  isText,
  name,
  type PdfObject,
  type PdfText,
  type PdfValue,
  ref,
  text,
} from '../../../verifier/pdf/values.ts'
import type { Reader } from './from-libpdf.ts'

const descriptions: Readonly<Record<AttachedFile['name'], string>> = {
  'evidence.json': 'Who did what, and the proof of it',
  'document.tlog-proof': 'The proof that these pages were logged before they were sealed',
}

/** The description of a file inside the document (PDF/A-3, associated files). */
export function describeFile(first: number, { spec: number, file, name: called }: AttachedFile): PdfObject {
  const [leads, written] = [ref(first + file), text(called)]
  const value = dict({
    Type: name('Filespec'),
    F: written,
    UF: written,
    Desc: text(descriptions[called]),
    AFRelationship: name('Data'),
    EF: dict({ F: leads, UF: leads }),
  })
  return { number: first + number, value }
}

/** The stream with the bytes of an attached file. */
export function writeFile(first: number, { file, type }: AttachedFile, bytes: Uint8Array, at: Date): PdfObject {
  const value = dict({
    Type: name('EmbeddedFile'),
    Subtype: name(type),
    Params: dict({ Size: bytes.length, ModDate: date(at) }),
    Length: bytes.length,
  })
  return { number: first + file, value, stream: bytes }
}

/** Adds files to the file names of a catalog, in the order of their names. */
export function attach(
  reader: Reader,
  catalog: Map<string, PdfValue>,
  first: number,
  files: readonly AttachedFile[],
): void {
  const names = reader.dictOf(catalog.get('Names'))
  const known = listNames(reader, names.get('EmbeddedFiles'), 0)
  const own = files.map(({ spec, name: called }): NamedValue => {
    const isTaken = known.some(([key]) => compareBytes(key.bytes, text(called).bytes) === 0)
    return [text(isTaken ? otherName(called) : called), ref(first + spec)]
  })
  const all = [...known, ...own].sort(([a], [b]) => compareKeys(a.bytes, b.bytes))
  names.set('EmbeddedFiles', dict({ Names: all.flat() }))
  catalog.set('Names', names)
  catalog.set('AF', [...reader.listOf(catalog.get('AF')), ...files.map(({ spec }) => ref(first + spec))])
}

type NamedValue = [key: PdfText, value: PdfValue]

function listNames(reader: Reader, value: PdfValue | undefined, depth: number): NamedValue[] {
  const node = reader.dictOf(value)
  if (depth > 20) return []
  const pairs = reader.listOf(node.get('Names'))
  const own = pairs.flatMap((key, index): NamedValue[] =>
    index % 2 === 0 && isText(key) ? [[key, pairs[index + 1] ?? null]] : [],
  )
  return [...own, ...reader.listOf(node.get('Kids')).flatMap((kid) => listNames(reader, kid, depth + 1))]
}

// A name sorts before longer names that begin with it.
function compareKeys(a: Uint8Array, b: Uint8Array): number {
  return compareBytes(a, b) || a.length - b.length
}
