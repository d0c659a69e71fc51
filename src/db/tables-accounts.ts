import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Timestamps = { created_at: Date; updated_at: Date }
type TenantRow = { organization_id: string; id: string }

export type AccountTables = {
  server_maintenance: { only_one: Generated<boolean>; since: Date }
  organizations: Timestamps & {
    id: string
    slug: string
    name: string
    logo: string | null
    metadata: string | null
    maintenance_since: Date | null
    document_retention_days: number | null
    tracking_parameters: string[] | null
  }
  users: Timestamps & {
    id: string
    name: string
    email: string
    email_verified: Generated<boolean>
    image: string | null
    two_factor_enabled: Generated<boolean>
    deactivated_at: Date | null
    confirmed_at: Date | null
    language: 'en' | 'fr' | null
  }
  server_admins: { user_id: string; granted_at: Date; granted_by: string | null }
  password_resets: {
    id: string
    user_id: string
    token_hash: Buffer
    expires_at: Date
    used_at: Date | null
    created_at: Date
  }
  sessions: Timestamps & {
    id: string
    user_id: string
    token: string
    active_organization_id: string | null
    ip_address: string | null
    user_agent: string | null
    expires_at: Date
    confirmed_at: Date | null
  }
  sign_in_accounts: Timestamps & {
    id: string
    user_id: string
    provider_id: string
    account_id: string
    password: string | null
  }
  roles: Timestamps & TenantRow & { name: string; permissions: string[]; is_builtin: boolean }
  memberships: Timestamps &
    TenantRow & { user_id: string; name: string | null; role: string; deactivated_at: Date | null }
  invitations: Timestamps &
    TenantRow & {
      name: string
      email: string
      role: string | null
      token: Buffer | null
      token_hash: Buffer | null
      inviter_id: string | null
      expires_at: Date
      accepted_at: Date | null
      accepted_by: string | null
      declined_at: Date | null
      revoked_at: Date | null
      revoked_by: string | null
    }
  api_keys: Timestamps &
    TenantRow & {
      name: string
      key_hash: Buffer
      hint: string
      role: string
      api_version: string
      requests_per_minute: Generated<number>
      allowed_addresses: ColumnType<string[], string[] | undefined, string[]>
      expires_at: Date | null
      last_used_at: Date | null
      created_by: string | null
      revoked_by: string | null
      revoked_at: Date | null
    }
  api_credentials: Timestamps &
    TenantRow & {
      user_id: string
      name: string
      token_hash: Buffer
      hint: string
      expires_at: Date | null
      last_used_at: Date | null
      revoked_at: Date | null
    }
  audit_events: TenantRow & {
    chain: string
    sequence: number
    action: string
    actor: JSONColumnType<Record<string, unknown>>
    subject_type: string
    subject_id: string
    data: JSONColumnType<Record<string, unknown>>
    occurred_at: Date
    person_id: string | null
    personal: Buffer | null
    previous_hash: Buffer
    hash: Buffer
    position: Generated<number | null>
  }
  audit_chains: { organization_id: string; chain: string; length: number; head: Buffer }
}
