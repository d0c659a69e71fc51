import { concat, hashOf, isSame } from '../asn1/bytes.ts'
import { readFirst } from '../asn1/der-read.ts'
import { readArchive, writeArchive } from './archive.ts'
import type { SealDraft } from './content.ts'
import { NotOurs } from './read.ts'
import type { ReadRevision } from './read-revision.ts'
import { fillRoom } from './revision.ts'
import { readRevisions, readSeal, type SealedState, type SealPlace } from './sealed.ts'

/**
 * A signature in a file: its DER without trailing zeros, and a function for the SHA-256 of the bytes that it covers.
 */
type PlacedSignature = { der: Uint8Array; digest(): Promise<Uint8Array> }

/** The additions of a revision after the seal. */
export type ReadArchiveRevision = {
  certificates: readonly Uint8Array[]
  crls: readonly Uint8Array[]
  stamp: PlacedSignature | null
}

/** A sealed document in which every byte after the seal is accounted for. No signature has been verified. */
export type SealedDocument = {
  seal: PlacedSignature & Pick<SealPlace, 'signature' | 'evidence' | 'proof'>
  /** The revision of the seal. */
  draft: SealDraft
  /** The beginning and the end of the seal's revision. */
  start: number
  end: number
  archives: readonly ReadArchiveRevision[]
  state: SealedState
}

/**
 * Takes a sealed document apart. Writes each revision from the seal on again and compares the bytes, so that a revision
 * contains nothing else. Throws NotOurs.
 */
export async function readSealedDocument(bytes: Uint8Array): Promise<SealedDocument> {
  const [first, ...later] = readRevisions(bytes)
  if (!first) throw new NotOurs('The document is not sealed.')
  const { place, state } = readSeal(first)
  const holeAt = first.holeAt ?? 0
  const range = [0, holeAt - 1, holeAt + place.contents.length * 2 + 1]
  range.push(first.end - (range[2] ?? 0))
  if (!range.every((number, index) => place.byteRange[index] === number) || place.byteRange.length !== 4)
    throw new NotOurs('The seal does not cover all but itself.')
  const { signature, evidence, proof } = place
  const seal = { ...placed(bytes, place.contents, range), signature, evidence, proof }
  const draft = { before: first.before, newId: first.newId, first: state.first, objects: [...first.objects.values()] }
  const archives: ReadArchiveRevision[] = []
  let now = state
  for (const revision of later) {
    const read = await readLater(bytes, revision, now)
    archives.push(read.archive)
    now = read.state
  }
  return { seal, draft, start: first.start, end: first.end, archives, state: now }
}

async function readLater(bytes: Uint8Array, revision: ReadRevision, state: SealedState) {
  const read = readArchive(revision, state)
  const newId = await identify(bytes.subarray(0, revision.start))
  const again = writeArchive(state, read, newId)
  if (read.contents) fillRoom(again.bytes, again.holeAt - revision.start, read.contents.length, read.contents)
  if (!isSame(again.bytes, bytes.subarray(revision.start, revision.end)))
    throw new NotOurs('A later revision adds something else than proofs.')
  const stamp = read.contents && again.byteRange ? placed(bytes, read.contents, again.byteRange) : null
  const archive = { certificates: read.certificates, crls: read.crls, stamp }
  return { archive, state: again.state }
}

function placed(bytes: Uint8Array, contents: Uint8Array, range: readonly number[]): PlacedSignature {
  const der = readFirst(contents).bytes
  if (contents.subarray(der.length).some((byte) => byte !== 0))
    throw new NotOurs('Something stands behind a signature.')
  return { der, digest: () => digestAround(bytes, range) }
}

/** The SHA-256 of the bytes in a ByteRange. */
export function digestAround(bytes: Uint8Array, range: readonly number[]): Promise<Uint8Array> {
  const [start = 0, length = 0, resume = 0, rest = 0] = range
  return hashOf(concat([bytes.subarray(start, start + length), bytes.subarray(resume, resume + rest)]))
}

/** The second file identifier of a revision that is appended to these bytes. */
export async function identify(before: Uint8Array): Promise<Uint8Array> {
  return (await hashOf(before)).subarray(0, 16)
}
