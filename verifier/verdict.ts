import type { Disproved, ReasonCode } from './disproved.ts'
import type { EventStory } from './story/events.ts'
import type { Limit } from './story/limits.ts'
import type { SignerStory } from './story/signers.ts'

/** Why a document is refused or unreadable. */
export type Reason = { code: ReasonCode; values: Readonly<Record<string, string>> }

type SealVerdict = {
  /** `level` is the present level of the file. `aimed_at` is the level that the evidence names. */
  level: 'B-T' | 'B-LT' | 'B-LTA'
  aimed_at: 'B-T' | 'B-LT' | 'B-LTA'
  signed_at: string
  authority: string
  sealed_by: string
  certificate_sha256: string
}

/** What is proven about a document. */
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
    /** The number of the last row's leaf in the log, from 0. */
    log_index: number
    log: string
    checkpoint_size: number
    /** The root of the tree of that size, in hex. */
    checkpoint_root: string
    witnesses: { name: string; at: string }[]
  }
  /** The proof that the log had the whole content of the file before it was sealed. Null in an older document. */
  content: LoggedProof | null
  /** The proof that the log names this file. Null for a document without its bundle. */
  completed: CompletedProof | null
  not_proved: Limit[]
}

/** `sha256` is the hash of everything in the document but its seal. */
export type LoggedProof = CompletedProof & { sha256: string }

export type CompletedProof = {
  at: string
  /** The number of the row's leaf in the log, from 0. */
  log_index: number
  checkpoint_size: number
  checkpoint_root: string
  witnesses: { name: string; at: string }[]
}

/** The result for a file. Without a proof it has at least one reason. */
export type Verdict = { document_sha256: string } & (
  | { verdict: 'proven'; reasons: []; proof: Proof }
  | { verdict: 'refused' | 'unreadable'; reasons: Reason[]; proof: null }
)

const unreadable: readonly ReasonCode[] = ['not_pdf', 'bundle_form', 'trust_form']

/** The verdict for a disproved claim. */
export function refuse(document_sha256: string, { code, values }: Disproved): Verdict {
  const verdict = unreadable.includes(code) ? 'unreadable' : 'refused'
  return { document_sha256, verdict, reasons: [{ code, values }], proof: null }
}
