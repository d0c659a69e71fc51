// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { Generated, JSONColumnType } from 'kysely'

export type AuditTables = {
  audit_chains: {
    organization_id: string
    chain: string
    length: number
    head: Buffer
  }
  audit_events: {
    organization_id: string
    id: string
    chain: string
    sequence: number
    action: string
    actor: JSONColumnType<Record<string, unknown>>
    subject_type: string
    subject_id: string
    data: JSONColumnType<Record<string, unknown>>
    person_id: string | null
    personal: Buffer | null
    occurred_at: Date
    previous_hash: Buffer
    hash: Buffer
    position: Generated<number | null>
    address_mark: Buffer | null
  }
  change_listeners: {
    organization_id: string
    since: number
    until: Date
  }
  change_notes: {
    organization_id: string
    position: Generated<number>
    kind: string
    subject: string
    what: string
    noted_at: Generated<Date>
  }
  evidence_cursor: {
    one: Generated<boolean>
    position: number
    witnessed_from: Date | null
    content_from: Date | null
  }
  evidence_keys: {
    id: string
    public_key: Buffer
    private_key: Buffer
    created_at: Date
    retired_at: Date | null
  }
  evidence_leaves: {
    organization_id: string
    leaf: number
    audit_event_id: string
  }
  evidence_logs: {
    organization_id: string
    origin: string
    size: number
    root: Buffer
    checkpoint: string
    signed_at: Date
    witnessed_size: Generated<number>
    witnessed_checkpoint: string | null
  }
  evidence_tiles: {
    organization_id: string
    level: number
    number: number
    hashes: Buffer
  }
  evidence_witnesses: {
    organization_id: string
    witness: string
    size: number
    refusal: 'larger' | 'other' | null
    asked_at: Date
  }
  seal_certificates: {
    id: string
    purpose: 'seal' | 'time'
    is_root: boolean
    issuer_id: string | null
    certificate: Buffer
    chain: Generated<Buffer[]>
    private_key: Buffer | null
    expires_at: Date
    created_at: Date
    retired_at: Date | null
    crl: Buffer | null
    crl_number: Generated<number>
    crl_until: Date | null
  }
}
