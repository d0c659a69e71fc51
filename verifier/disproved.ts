/** Why a document is refused or unreadable. The sentences are in words.ts. */
export type ReasonCode = UnreadableCode | BundleCode | PdfCode | SealCode | EvidenceCode | ContentCode | LogCode

/** Reasons for which nothing can be said about a file. */
type UnreadableCode = 'not_pdf' | 'bundle_form' | 'trust_form'

type BundleCode = 'completed_form' | 'completed_other' | 'completed_not_in_log'

type PdfCode =
  | 'not_sealed'
  | 'file_end'
  | 'byte_range'
  | 'revision_form'
  | 'later_revision'
  | 'proofs_form'
  | 'level_lowered'

type SealCode =
  | 'document_changed'
  | 'seal_form'
  | 'seal_signature'
  | 'seal_stranger'
  | 'seal_unfit'
  | 'seal_expired'
  | 'seal_revoked'
  | 'time_missing'
  | 'time_form'
  | 'time_other'
  | 'time_stranger'
  | 'time_expired'
  | 'time_revoked'

type EvidenceCode =
  | 'evidence_form'
  | 'row_form'
  | 'trail_gap'
  | 'trail_other'
  | 'trail_empty'
  | 'opening_false'
  | 'shown_other'
  | 'later_than_seal'
  | 'trail_ended'

type ContentCode = 'content_missing' | 'content_form' | 'content_other' | 'content_not_in_log'

type LogCode =
  | 'checkpoint_form'
  | 'log_stranger'
  | 'log_key_time'
  | 'checkpoint_signature'
  | 'not_in_log'
  | 'witness_false'
  | 'witnesses_few'

/** A claim of the document is false. `values` fill the sentence of the code. */
export class Disproved extends Error {
  readonly code: ReasonCode
  readonly values: Readonly<Record<string, string>>

  constructor(code: ReasonCode, values: Readonly<Record<string, string>> = {}) {
    super(code)
    this.name = 'Disproved'
    this.code = code
    this.values = values
  }
}
