import type { SealDraft } from '../../../verifier/pdf/content.ts'
import { type AttachedFile, attached, layout } from '../../../verifier/pdf/layout.ts'
import { type Revision, writeSignedRevision } from '../../../verifier/pdf/revision.ts'
import { date, dict, isDict, name, type PdfObject, type PdfValue, ref, text } from '../../../verifier/pdf/values.ts'
import { attach, describeFile, writeFile } from './attachment.ts'
import type { Source } from './source.ts'
import { tagField } from './structure.ts'

/** The words of a seal's signature for readers. */
export type SealWords = { at: Date; name: string; reason: string; location?: string }

/**
 * Drafts the revision with the seal and the evidence. The proof of the content and the digits of the signature are
 * added later.
 */
export function draftSeal(source: Source, evidence: Uint8Array, words: SealWords, isProved: boolean): SealDraft {
  const { before, newId, reader, page } = source
  const first = before.size
  const structure = tagField(source, first)
  const catalog = new Map(source.catalog)
  const files: AttachedFile[] = isProved ? [attached.evidence, attached.proof] : [attached.evidence]
  attach(reader, catalog, first, files)
  catalog.set('AcroForm', ref(first + layout.form))
  catalog.set('Perms', dict({ DocMDP: ref(first + layout.signature) }))
  const annotations = [...reader.listOf(page.dict.get('Annots')), ref(first + layout.field)]
  const changedPage = new Map(page.dict).set('Annots', ref(first + layout.annotations))
  if (structure) changedPage.set('Tabs', name('S'))
  const form = writeForm(source, first)
  const objects: PdfObject[] = [
    { number: before.root.number, generation: before.root.generation, value: catalog },
    { number: page.ref.number, generation: page.ref.generation, value: changedPage },
    { number: first + layout.signature, value: writeSignature(words) },
    { number: first + layout.field, value: writeField(source, first, form.name, words, structure?.key) },
    { number: first + layout.annotations, value: annotations },
    { number: first + layout.form, value: form.value },
    ...files.map((one) => describeFile(first, one)),
    writeFile(first, attached.evidence, evidence, words.at),
    ...(structure?.objects ?? []),
  ]
  return { before, newId, first, objects }
}

type SealRevision = Revision & { byteRange: readonly [number, number, number, number] }

/** Writes the revision of a draft, with room for the signature. */
export function writeSealRevision(
  { before, newId, first, objects }: SealDraft,
  proof: { bytes: Uint8Array; at: Date } | null,
  room: number,
): SealRevision {
  const signature = objects.find(({ number }) => number === first)?.value
  const fixed = objects.filter(({ number }) => number !== first)
  if (proof) fixed.push(writeFile(first, attached.proof, proof.bytes, proof.at))
  return writeSignedRevision(before, newId, room, fixed, (contents, byteRange) => ({
    number: first,
    value: new Map([...(isDict(signature) ? signature : []), ['ByteRange', byteRange], ['Contents', contents]]),
  }))
}

// Later timestamps add their fields to this object.
function writeForm({ reader, catalog }: Source, first: number): { name: string; value: PdfValue } {
  const form = reader.dictOf(catalog.get('AcroForm'))
  for (const entry of ['NeedAppearances', 'XFA']) form.delete(entry)
  const fields = reader.listOf(form.get('Fields'))
  const taken = new Set(fields.map((one) => JSON.stringify(wordsOf(reader.dictOf(one).get('T')))))
  let called = 'Seal'
  for (let number = 2; taken.has(JSON.stringify(wordsOf(text(called)))); number++) called = `Seal${number}`
  form.set('Fields', [...fields, ref(first + layout.field)])
  // Signatures exist, and only appended revisions are allowed (ISO 32000-1, table 219).
  form.set('SigFlags', 3)
  return { name: called, value: form }
}

function wordsOf(value: PdfValue | undefined): number[] {
  return typeof value === 'object' && value !== null && 'bytes' in value ? [...value.bytes] : []
}

// The field is invisible. People see the seal on the pages.
function writeField(
  source: Source,
  first: number,
  called: string,
  words: SealWords,
  key: number | undefined,
): PdfValue {
  return dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: text(called),
    TU: text(`${words.name}: ${words.reason}`),
    V: ref(first + layout.signature),
    F: 132,
    Rect: [0, 0, 0, 0],
    P: source.page.ref,
    ...(key === undefined ? {} : { StructParent: key }),
  })
}

// The signature without its digits and its byte range.
function writeSignature(words: SealWords): PdfValue {
  // Later changes may only add proofs of validity (ISO 32000-2, 12.8.2.2).
  const rules = dict({ Type: name('TransformParams'), P: 1, V: name('1.2') })
  return dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    Name: text(words.name),
    Reason: text(words.reason),
    ...(words.location === undefined ? {} : { Location: text(words.location) }),
    M: date(words.at),
    Reference: [dict({ Type: name('SigRef'), TransformMethod: name('DocMDP'), TransformParams: rules })],
  })
}
