import type { JSONColumnType } from 'kysely'

/** Something that was done, and by whom. */
export type ActionRow = { organization_id: string; id: string; actor: JSONColumnType<Record<string, unknown>> }

export type ActionTables = {
  voidings: ActionRow & { submission_id: string; reason: string | null; voided_at: Date }
  declines: ActionRow & { submission_id: string; signer_id: string; declined_at: Date }
  withdrawals: ActionRow & { consent_id: string; withdrawn_at: Date }
  cancellations: ActionRow & {
    verification_id: string
    reason: string | null
    reason_code: string | null
    cancelled_at: Date
  }
  decisions: ActionRow & {
    verification_id: string
    result: string
    reason: string | null
    decided_at: Date
    superseded_at: Date | null
  }
  erasures: ActionRow & { subject_id: string; erased_at: Date }
}
