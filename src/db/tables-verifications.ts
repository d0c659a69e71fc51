import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'

type Timestamps = { created_at: Date; updated_at: Date }
type TenantRow = { organization_id: string; id: string }
type Json = Record<string, unknown>

export type VerificationTables = {
  subjects: TenantRow & { wrapped_key: Buffer | null; erased_at: Date | null; created_at: Date }
  personal_data: { organization_id: string; subject_id: string; kind: string; ciphertext: Buffer; updated_at: Date }
  verifications: Timestamps &
    TenantRow & {
      parent_id: string | null
      subject_id: string
      submission_id: string | null
      signer_id: string | null
      agreement_link_id: string | null
      type: string
      subtype: string | null
      tier: string | null
      is_scan: Generated<boolean>
      is_simulated: Generated<boolean>
      status: string
      result: string | null
      sub_status: string | null
      provider: string
      provider_reference: string | null
      attempt: Generated<number>
      revision: Generated<number>
      latest_response: JSONColumnType<Json, string | undefined, string>
      metadata: JSONColumnType<Json, string | undefined, string>
      details: JSONColumnType<Json, string | undefined, string>
      last_status_at: Date
      last_synced_at: Date
      submitted_at: Date | null
      completed_at: Date | null
      cancelled_at: Date | null
      cancelled_by: JSONColumnType<Json, string | null, string | null> | null
      deleted_at: Date | null
      deleted_by: JSONColumnType<Json, string | null, string | null> | null
      kind: GeneratedAlways<number>
      awaits_review: GeneratedAlways<boolean>
    }
  review_claims: TenantRow & { verification_id: string; user_id: string; claimed_at: Date; ends_at: Date }
  verification_metadata: { organization_id: string; pair: string; verification_id: string }
  verification_revisions: {
    organization_id: string
    verification_id: string
    attempt: number
    revision: number
    provider_status: string
    result: string | null
    payload_sha256: Buffer
    received_at: Date
  }
}
