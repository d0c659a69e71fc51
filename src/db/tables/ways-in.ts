// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { Generated } from 'kysely'

export type WaysInTables = {
  agreement_link_addresses: {
    organization_id: string
    agreement_link_id: string
    address_mark: Buffer
    signer_id: string
  }
  agreement_link_codes: {
    organization_id: string
    id: string
    agreement_link_id: string
    address_mark: Buffer
    address: Buffer | null
    code_hash: Buffer | null
    attempts: Generated<number>
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
}
