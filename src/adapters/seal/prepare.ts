import { hashOf } from '../../../verifier/asn1/index.ts'
import type { SealDraft } from '../../../verifier/pdf/content.ts'
import { draftSeal, type SealWords } from './increment.ts'
import { openSource } from './source.ts'

/** A document to which the revision of a seal is appended; `isProved` when it will hold the proof of its content. */
export type PrepareJob = {
  pdf: Uint8Array
  /** Of the document, where it is known. */
  pdfSha256?: Uint8Array
  evidence: Uint8Array
  words: SealWords
  isProved: boolean
}

export type Prepared = {
  /** The document as it was written anew, when it had to be. */
  base: Uint8Array | null
  draft: SealDraft
}

/** Drafts the revision of a seal. Throws SealError. */
export async function prepareSeal({ pdf, pdfSha256, evidence, words, isProved }: PrepareJob): Promise<Prepared> {
  const source = await openSource(pdf, pdfSha256 ?? (await hashOf(pdf)))
  return { base: source.bytes === pdf ? null : source.bytes, draft: draftSeal(source, evidence, words, isProved) }
}
