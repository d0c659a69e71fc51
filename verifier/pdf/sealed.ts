import { checkAttached } from './attached.ts'
import { attached, layout } from './layout.ts'
import { NotOurs } from './read.ts'
import { findNewest, type ReadRevision, readRevision } from './read-revision.ts'
import type { Before } from './revision.ts'
import {
  isDict,
  isList,
  isName,
  isRef,
  isText,
  type PdfDict,
  type PdfList,
  type PdfRef,
  type PdfValue,
} from './values.ts'

/** The objects of a sealed document that later revisions write again, in their present state. */
export type SealedState = {
  before: Before
  /** The object number of the seal's signature, the first that the seal has added. */
  first: number
  catalog: PdfDict
  form: PdfDict
  annotations: PdfList
  page: PdfRef
  /** The field's place in the tags; null in an untagged document. */
  tags: { section: PdfDict; key: number } | null
  /** The structure elements of the fields, in the order of their keys. */
  elements: readonly PdfRef[]
  proofs: Proofs | null
}

/** The proofs for later verification (the DSS): certificates and revocation lists, with their object numbers. */
type Proofs = { number: number; certificates: readonly Kept[]; crls: readonly Kept[] }
export type Kept = { number: number; bytes: Uint8Array }

/** The signature of a seal in a file. */
export type SealPlace = {
  signature: PdfDict
  /** The whole `/Contents`, with the zeros after the signature. */
  contents: Uint8Array
  byteRange: readonly number[]
  evidence: Uint8Array
  /** The proof that the content of the document was logged before it was sealed; null in an older document. */
  proof: Uint8Array | null
}

const mostRevisions = 1_000
const sealFilter = 'ETSI.CAdES.detached'

/**
 * The revisions of a sealed document, from the seal's on. Throws NotOurs when one has another form, or no revision has
 * a seal.
 */
export function readRevisions(bytes: Uint8Array): ReadRevision[] {
  const revisions: ReadRevision[] = []
  let end = bytes.length
  for (let at = findNewest(bytes); revisions.length < mostRevisions; ) {
    const revision = readRevision(bytes, at, end)
    if (revision.end !== end) throw new NotOurs('Bytes stand between revisions.')
    revisions.unshift(revision)
    if (findSeal(revision) !== null) return revisions
    end = revision.start
    at = revision.before.xrefAt
  }
  throw new NotOurs('The document is not sealed.')
}

function findSeal({ objects }: ReadRevision): number | null {
  for (const { number, value } of objects.values()) {
    if (isDict(value) && isName(value.get('Type'), 'Sig') && isName(value.get('SubFilter'), sealFilter)) return number
  }
  return null
}

/** The seal of a revision. Throws NotOurs when its layout differs from ours. */
export function readSeal(revision: ReadRevision): { place: SealPlace; state: SealedState } {
  const first = findSeal(revision) ?? fail('The document is not sealed.')
  const dictAt = (number: number) => asDict(revision.objects.get(number)?.value)
  const [signature, field] = [dictAt(first), dictAt(first + layout.field)]
  const [contents, range] = [signature.get('Contents'), signature.get('ByteRange')]
  const [page, key] = [field.get('P'), field.get('StructParent')]
  const annotations = revision.objects.get(first + layout.annotations)?.value
  const evidence = revision.objects.get(first + layout.file)?.stream
  const proof = revision.objects.get(first + layout.proofFile)?.stream ?? null
  const leads = field.get('V')
  // A larger number of objects could make hidden objects of the file visible.
  if (revision.before.size !== Math.max(...revision.objects.keys()) + 1)
    throw new NotOurs('The file claims more objects.')
  if (!isRef(leads) || leads.number !== first) throw new NotOurs('The field leads elsewhere.')
  if (!isText(contents) || !isList(range) || !isRef(page) || !isList(annotations) || !evidence)
    throw new NotOurs('The seal is not laid out as ours are.')
  const catalog = dictAt(revision.before.root.number)
  checkCatalog(catalog, first)
  checkAttached(catalog, first, dictAt, proof ? [attached.evidence, attached.proof] : [attached.evidence])
  const isTagged = typeof key === 'number'
  return {
    place: {
      signature,
      contents: contents.bytes,
      byteRange: range.filter((one) => typeof one === 'number'),
      evidence,
      proof,
    },
    state: {
      before: revision.after,
      first,
      catalog,
      form: dictAt(first + layout.form),
      annotations,
      page,
      tags: isTagged ? { section: dictAt(first + layout.section), key } : null,
      elements: isTagged ? [{ kind: 'ref', number: first + layout.element, generation: 0 }] : [],
      proofs: null,
    },
  }
}

// Readers start at the catalog, so it must lead to this form.
function checkCatalog(catalog: PdfDict, first: number): void {
  const form = catalog.get('AcroForm')
  const leads = isRef(form) && form.number === first + layout.form
  if (!leads || catalog.has('DSS')) throw new NotOurs('The catalog does not lead to the seal.')
}

function asDict(value: PdfValue | undefined): PdfDict {
  return isDict(value) ? value : fail('The seal is not laid out as ours are.')
}

function fail(message: string): never {
  throw new NotOurs(message)
}
