import { createHash } from 'node:crypto'
import { type SealWords, writeSealRevision } from './increment.ts'
import { openSource } from './source.ts'

/** A document to which the revision of a seal is appended. */
export type PrepareJob = { pdf: Uint8Array; evidence: Uint8Array; words: SealWords; room: number }

export type Prepared = {
  /** The document as it was written anew, when it had to be. */
  base: Uint8Array | null
  revision: Uint8Array
  /** Where in the revision the digits of the signature begin. */
  holeAt: number
  /** The SHA-256 of all but the signature. */
  digest: Uint8Array
}

/** Appends the revision of a seal, with room for the signature. Throws SealError. */
export async function prepareSeal({ pdf, evidence, words, room }: PrepareJob): Promise<Prepared> {
  const source = await openSource(pdf)
  const { bytes, holeAt, byteRange } = writeSealRevision(source, evidence, words, room)
  const [, gap, resume] = byteRange
  const start = source.bytes.length
  const digest = createHash('sha256')
    .update(source.bytes)
    .update(bytes.subarray(0, gap - start))
    .update(bytes.subarray(resume - start))
    .digest()
  const base = source.bytes === pdf ? null : source.bytes
  return { base, revision: bytes, holeAt: holeAt - start, digest: Uint8Array.from(digest) }
}
