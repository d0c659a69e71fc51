import { compareBytes, isSame } from '../asn1/bytes.ts'
import { keptKeys, layout } from './layout.ts'
import { NotOurs } from './read.ts'
import type { ReadRevision } from './read-revision.ts'
import { type Revision, writeRevision, writeSignedRevision } from './revision.ts'
import type { Kept, SealedState } from './sealed.ts'
import {
  dict,
  isDict,
  isList,
  isName,
  isRef,
  isText,
  name,
  type PdfObject,
  type PdfText,
  type PdfValue,
  ref,
  text,
} from './values.ts'

/** The additions of a later revision: proofs for verification, and room for a timestamp over everything before. */
type Archive = { certificates: readonly Uint8Array[]; crls: readonly Uint8Array[]; room: number | null }

type ArchiveRevision = Revision & { byteRange: readonly number[] | null; state: SealedState }

/**
 * Writes the revision that adds an archive to a sealed document. Proofs that the document already has are left out.
 */
export function writeArchive(state: SealedState, archive: Archive, newId: Uint8Array): ArchiveRevision {
  const proofs = keep(state, archive)
  let next: SealedState = { ...state, proofs: proofs.proofs }
  const objects = [...proofs.objects]
  if (!state.proofs) {
    const catalog = new Map(state.catalog).set('DSS', ref(proofs.proofs.number))
    const { number, generation } = state.before.root
    objects.push({ number, generation, value: catalog })
    next = { ...next, catalog }
  }
  if (archive.room === null) {
    const revision = writeRevision(state.before, objects, newId)
    return { ...revision, byteRange: null, state: { ...next, before: revision.after } }
  }
  const stamped = addStamp(next, proofs.nextNumber)
  const all = [...objects, ...stamped.objects]
  const revision = writeSignedRevision(state.before, newId, archive.room, all, (contents, byteRange) => ({
    number: proofs.nextNumber,
    value: writeStamp(contents, byteRange),
  }))
  return { ...revision, state: { ...stamped.state, before: revision.after } }
}

function keep({ before, proofs }: SealedState, { certificates, crls }: Archive) {
  const number = proofs?.number ?? before.size
  let nextNumber = proofs ? before.size : before.size + 1
  const objects: PdfObject[] = []
  const add = (known: readonly Kept[], bytes: readonly Uint8Array[]): Kept[] => {
    const fresh = bytes.filter((one) => !known.some((other) => isSame(other.bytes, one)))
    const added = [...fresh].sort(compareBytes).map((one) => ({ number: nextNumber++, bytes: one }))
    for (const one of added)
      objects.push({ number: one.number, value: dict({ Length: one.bytes.length }), stream: one.bytes })
    return [...known, ...added]
  }
  const all = {
    number,
    certificates: add(proofs?.certificates ?? [], certificates),
    crls: add(proofs?.crls ?? [], crls),
  }
  const refs = (kept: readonly Kept[]) => kept.map((one) => ref(one.number))
  objects.push({ number, value: dict({ Type: name('DSS'), Certs: refs(all.certificates), CRLs: refs(all.crls) }) })
  return { proofs: all, objects, nextNumber }
}

// Adds the field of a timestamp to the form, the page and the tags.
function addStamp(state: SealedState, number: number): { objects: PdfObject[]; state: SealedState } {
  const { first, page, tags } = state
  const [field, element] = [ref(number + 1), ref(number + 2)]
  const count = state.elements.length
  if (count >= keptKeys) throw new NotOurs('The document has too many timestamps.')
  const fields = state.form.get('Fields')
  const form = new Map(state.form).set('Fields', [...(isList(fields) ? fields : []), field])
  const annotations = [...state.annotations, field]
  const objects: PdfObject[] = [
    { number: field.number, value: writeField(number, page, tags && tags.key + count) },
    { number: first + layout.annotations, value: annotations },
    { number: first + layout.form, value: form },
  ]
  if (!tags) return { objects, state: { ...state, form, annotations } }
  const elements = [...state.elements, element]
  const section = new Map(tags.section).set('K', elements)
  const keys = elements.flatMap((one, index): PdfValue[] => [tags.key + index, one])
  objects.push(
    { number: element.number, value: writeElement(ref(first + layout.section), field, page) },
    { number: first + layout.section, value: section },
    { number: first + layout.parents, value: dict({ Limits: [tags.key, tags.key + count], Nums: keys }) },
  )
  return { objects, state: { ...state, form, annotations, elements, tags: { ...tags, section } } }
}

/** The structure element of an invisible field. It points to the field's widget. */
export function writeElement(section: PdfValue, field: PdfValue, page: PdfValue): PdfValue {
  const object = dict({ Type: name('OBJR'), Obj: field, Pg: page })
  return dict({ Type: name('StructElem'), S: name('Form'), P: section, Pg: page, K: object })
}

function writeField(number: number, page: PdfValue, key: number | null): PdfValue {
  return dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: text(`Timestamp${number}`),
    TU: text('Timestamp'),
    V: ref(number),
    F: 132,
    Rect: [0, 0, 0, 0],
    P: page,
    ...(key === null ? {} : { StructParent: key }),
  })
}

function writeStamp(contents: PdfText, byteRange: PdfValue): PdfValue {
  return dict({
    Type: name('DocTimeStamp'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.RFC3161'),
    ByteRange: byteRange,
    Contents: contents,
  })
}

/** The additions of a later revision, with the `/Contents` of its timestamp. Throws NotOurs for any other revision. */
export function readArchive(revision: ReadRevision, state: SealedState): Archive & { contents: Uint8Array | null } {
  const values = [...revision.objects.values()].map((one) => one.value).filter(isDict)
  const proofs = values.find((value) => isName(value.get('Type'), 'DSS'))
  const contents = values.find((value) => isName(value.get('Type'), 'DocTimeStamp'))?.get('Contents')
  const streamsOf = (value: PdfValue | undefined, known: readonly Kept[]) =>
    (isList(value) ? value : []).slice(known.length).flatMap((one) => {
      const stream = isRef(one) ? revision.objects.get(one.number)?.stream : undefined
      return stream ? [stream] : []
    })
  if (!proofs) throw new NotOurs('A later revision adds something else than proofs.')
  const bytes = isText(contents) ? contents.bytes : null
  return {
    certificates: streamsOf(proofs.get('Certs'), state.proofs?.certificates ?? []),
    crls: streamsOf(proofs.get('CRLs'), state.proofs?.crls ?? []),
    room: bytes?.length ?? null,
    contents: bytes,
  }
}
