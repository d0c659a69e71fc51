import { compareBytes } from '../../../verifier/asn1/bytes.ts'
import { otherName } from '../../../verifier/pdf/attached.ts'
import { evidenceName, layout } from '../../../verifier/pdf/layout.ts'
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

/** The evidence as a file inside the document (PDF/A-3, associated files), and its description. */
export function writeEvidence(first: number, evidence: Uint8Array, at: Date): PdfObject[] {
  const file = ref(first + layout.file)
  const called = text(evidenceName)
  const spec = dict({
    Type: name('Filespec'),
    F: called,
    UF: called,
    Desc: text('Who did what, and the proof of it'),
    AFRelationship: name('Data'),
    EF: dict({ F: file, UF: file }),
  })
  const head = dict({
    Type: name('EmbeddedFile'),
    Subtype: name('application/json'),
    Params: dict({ Size: evidence.length, ModDate: date(at) }),
    Length: evidence.length,
  })
  return [
    { number: first + layout.fileSpec, value: spec },
    { number: file.number, value: head, stream: evidence },
  ]
}

/** Names the evidence among the files of a catalog, in the order of their names. */
export function attach(reader: Reader, catalog: Map<string, PdfValue>, first: number): void {
  const spec = ref(first + layout.fileSpec)
  const names = reader.dictOf(catalog.get('Names'))
  const known = listNames(reader, names.get('EmbeddedFiles'), 0)
  const isTaken = known.some(([key]) => compareBytes(key.bytes, text(evidenceName).bytes) === 0)
  const own: NamedValue = [text(isTaken ? otherName : evidenceName), spec]
  const all = [...known, own].sort(([a], [b]) => compareKeys(a.bytes, b.bytes))
  names.set('EmbeddedFiles', dict({ Names: all.flat() }))
  catalog.set('Names', names)
  catalog.set('AF', [...reader.listOf(catalog.get('AF')), spec])
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

// A name that begins another stands before it.
function compareKeys(a: Uint8Array, b: Uint8Array): number {
  return compareBytes(a, b) || a.length - b.length
}
