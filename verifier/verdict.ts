import type { Disproved, ReasonCode } from './disproved.ts'
import type { EventStory } from './story/events.ts'
import type { Limit } from './story/limits.ts'
import type { SignerStory } from './story/signers.ts'

/** Why a document is refused, or cannot be read. */
export type Reason = { code: ReasonCode; values: Readonly<Record<string, string>> }

export type SealVerdict = {
  /** What the file holds now; `aimed_at` is what the evidence says it was sealed for. */
  level: 'B-T' | 'B-LT' | 'B-LTA'
  aimed_at: 'B-T' | 'B-LT' | 'B-LTA'
  signed_at: string
  authority: string
  sealed_by: string
  certificate_sha256: string
}

/** What is proven of a document. */
export type Proof = {
  seal: SealVerdict
  evidence_sha256: string
  organization: { id: string; name: string }
  agreement: { id: string; title: string; source_sha256: string }
  link: string
  submission: string
  sender: { kind: string; id: string | null }
  signers: SignerStory[]
  events: EventStory[]
  trail: {
    events: number
    /** The place of the last row in the log, from 0. */
    log_index: number
    log: string
    checkpoint_size: number
    witnesses: { name: string; at: string }[]
  }
  not_proved: Limit[]
}

/** What a verifier says of a file. Without a proof, one reason at least. */
export type Verdict = { document_sha256: string } & (
  | { verdict: 'proven'; reasons: []; proof: Proof }
  | { verdict: 'refused' | 'unreadable'; reasons: Reason[]; proof: null }
)

const unreadable: readonly ReasonCode[] = ['not_pdf', 'trust_form']

/** The verdict of what was disproved. */
export function refuse(document_sha256: string, { code, values }: Disproved): Verdict {
  const verdict = unreadable.includes(code) ? 'unreadable' : 'refused'
  return { document_sha256, verdict, reasons: [{ code, values }], proof: null }
}
