import { hashOf } from '../../../verifier/asn1/index.ts'
import type { SealDraft } from '../../../verifier/pdf/content.ts'
import { draftSeal, type SealWords } from './increment.ts'
import { openSource } from './source.ts'

/**
 * A document that gets the revision of a seal. `isProved` says whether the revision will have the proof of its content.
 */
export type PrepareJob = {
  pdf: Uint8Array
  /** The SHA-256 of the document, if it is known. */
  pdfSha256?: Uint8Array
  evidence: Uint8Array
  words: SealWords
  isProved: boolean
}

export type Prepared = {
  /** The rewritten document; null when the original could be appended to. */
  base: Uint8Array | null
  draft: SealDraft
}

/** Opens the document and drafts the revision of its seal. Throws SealError. */
export async function prepareSeal({ pdf, pdfSha256, evidence, words, isProved }: PrepareJob): Promise<Prepared> {
  const source = await openSource(pdf, pdfSha256 ?? (await hashOf(pdf)))
  return { base: source.bytes === pdf ? null : source.bytes, draft: draftSeal(source, evidence, words, isProved) }
}
