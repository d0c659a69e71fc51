// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { Generated } from 'kysely'

export type SealsTables = {
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
