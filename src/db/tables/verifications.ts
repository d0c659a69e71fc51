// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'

export type VerificationsTables = {
  cancellations: {
    organization_id: string
    id: string
    verification_id: string
    actor: JSONColumnType<Record<string, unknown>>
    reason: string | null
    reason_code: string | null
    cancelled_at: Date
  }
  decisions: {
    organization_id: string
    id: string
    verification_id: string
    actor: JSONColumnType<Record<string, unknown>>
    result: 'verified' | 'rejected'
    reason: string | null
    decided_at: Date
    superseded_at: Date | null
  }
  review_claims: {
    organization_id: string
    id: string
    verification_id: string
    user_id: string
    claimed_at: Date
    ends_at: Date
  }
  searched_ids: {
    organization_id: string
    id: string
    kind: number
    agreement_link_id: string | null
    words: string
  }
  searched_piece_counts: {
    organization_id: string
    piece: string
    kind: number
    n: number
  }
  searched_pieces: {
    organization_id: string
    piece: string
    wanted_at: Date
    since: Date | null
  }
  verification_counts: {
    organization_id: string
    kind: number
    n: number
  }
  verification_deltas: {
    seq: GeneratedAlways<number>
    organization_id: string
    verification_id: string
    agreement_link_id: string | null
    kind_before: number | null
    kind_after: number | null
    updated_before: Date | null
    updated_after: Date | null
  }
  verification_link_counts: {
    organization_id: string
    agreement_link_id: string
    kind: number
    n: number
  }
  verification_metadata: {
    organization_id: string
    pair: string
    verification_id: string
  }
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
  verification_stretches: {
    organization_id: string
    along: number
    kind: number
    level: number
    since: Date
    n: number
  }
  verifications: {
    organization_id: string
    id: string
    parent_id: string | null
    subject_id: string
    submission_id: string | null
    signer_id: string | null
    agreement_link_id: string | null
    type: 'enhanced_identity_verification' | 'us_criminal_record_check' | 'motor_vehicle_record' | 'panel_drug'
    subtype:
      | 'single_state_county_record_check_result'
      | 'all_state_county_record_check_result'
      | 'ssn_id_document_reports'
      | null
    tier:
      | 'request_us_criminal_record_check_tier_1'
      | 'request_us_criminal_record_check_tier_2'
      | 'request_us_criminal_record_check_tier_3'
      | 'panel 5'
      | 'panel 7'
      | 'panel 9'
      | 'panel 10'
      | null
    is_scan: Generated<boolean>
    status: 'started' | 'cancelled' | 'in_progress' | 'completed'
    result: 'pending' | 'verified' | 'rejected' | null
    sub_status: 'county_level_check' | 'national_level_check' | null
    provider: string
    provider_reference: string | null
    is_simulated: Generated<boolean>
    attempt: Generated<number>
    revision: Generated<number>
    latest_response: ColumnType<Record<string, unknown>, string | undefined, string>
    metadata: ColumnType<Record<string, unknown>, string | undefined, string>
    details: ColumnType<Record<string, unknown>, string | undefined, string>
    last_status_at: Date
    last_synced_at: Date
    submitted_at: Date | null
    completed_at: Date | null
    cancelled_at: Date | null
    cancelled_by: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
    deleted_at: Date | null
    deleted_by: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
    created_at: Date
    updated_at: Date
    kind: GeneratedAlways<number>
    awaits_review: GeneratedAlways<boolean>
  }
}
