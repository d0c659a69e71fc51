// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { JSONColumnType } from 'kysely'

export type ActionsTables = {
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
  declines: {
    organization_id: string
    id: string
    submission_id: string
    signer_id: string
    actor: JSONColumnType<Record<string, unknown>>
    declined_at: Date
  }
  erasures: {
    organization_id: string
    id: string
    subject_id: string
    actor: JSONColumnType<Record<string, unknown>>
    erased_at: Date
  }
  voidings: {
    organization_id: string
    id: string
    submission_id: string
    actor: JSONColumnType<Record<string, unknown>>
    reason: string | null
    voided_at: Date
  }
  withdrawals: {
    organization_id: string
    id: string
    consent_id: string
    actor: JSONColumnType<Record<string, unknown>>
    withdrawn_at: Date
  }
}
