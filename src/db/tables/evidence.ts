// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { Generated } from 'kysely'

export type EvidenceTables = {
  evidence_cursor: {
    one: Generated<boolean>
    position: number
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
  }
  evidence_tiles: {
    organization_id: string
    level: number
    number: number
    hashes: Buffer
  }
}
