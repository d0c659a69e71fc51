// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { KeptError } from '../shapes.ts'

export type PeopleTables = {
  api_credentials: {
    organization_id: string
    id: string
    user_id: string
    name: string
    token_hash: Buffer
    hint: string
    expires_at: Date | null
    last_used_at: Date | null
    revoked_at: Date | null
    created_at: Date
    updated_at: Date
  }
  api_key_minutes: {
    organization_id: string
    api_key_id: string
    minute: Date
    requests: number
  }
  api_keys: {
    organization_id: string
    id: string
    name: string
    key_hash: Buffer
    hint: string
    role: string
    api_version: string
    requests_per_minute: Generated<number>
    allowed_addresses: Generated<string[]>
    expires_at: Date | null
    last_used_at: Date | null
    last_used_from: string | null
    last_used_version: string | null
    created_by: string | null
    revoked_by: string | null
    revoked_at: Date | null
    created_at: Date
    updated_at: Date
  }
  api_requests: {
    organization_id: string
    id: string
    api_key_id: string
    method: string
    path: string
    status: number
    api_version: string
    ip_address: string | null
    request_id: string
    occurred_at: Date
  }
  export_parts: {
    organization_id: string
    export_id: string
    number: number
    sealed: Buffer
  }
  exports: {
    organization_id: string
    id: string
    user_id: string | null
    api_key_id: string | null
    owner_id: GeneratedAlways<string>
    list: string
    format: 'csv' | 'ndjson'
    permission: string
    question: Buffer | null
    state: Generated<'running' | 'done' | 'failed' | 'expired'>
    trouble: ColumnType<KeptError | null, string | null | undefined, string | null>
    total: number | null
    made: Generated<number>
    bytes: Generated<number>
    parts: Generated<number>
    place: Buffer | null
    created_at: Date
    updated_at: Date
    ended_at: Date | null
    kept_until: Date
  }
  invitations: {
    organization_id: string
    id: string
    name: Generated<string>
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
    created_at: Date
    updated_at: Generated<Date>
    status: GeneratedAlways<string>
  }
  memberships: {
    organization_id: string
    id: string
    user_id: string
    role: string
    name: string | null
    deactivated_at: Date | null
    created_at: Date
    updated_at: Date
  }
  organizations: {
    id: string
    slug: string
    name: string
    logo: string | null
    metadata: string | null
    maintenance_since: Date | null
    document_retention_days: number | null
    tracking_parameters: string[] | null
    embedding_origins: Generated<string[]>
    created_at: Date
    updated_at: Date
  }
  passkeys: {
    id: string
    user_id: string
    name: string | null
    public_key: string
    credential_id: string
    counter: number
    device_type: string
    backed_up: boolean
    transports: string | null
    aaguid: string | null
    created_at: Date | null
  }
  password_resets: {
    id: string
    user_id: string
    token_hash: Buffer
    expires_at: Date
    used_at: Date | null
    created_at: Date
  }
  roles: {
    organization_id: string
    id: string
    name: string
    permissions: string[]
    is_builtin: Generated<boolean>
    created_at: Date
    updated_at: Date
  }
  saved_views: {
    organization_id: string
    id: string
    user_id: string
    name: string
    path: string
    query: string
    created_at: Date
    updated_at: Date
  }
  server_admins: {
    user_id: string
    granted_at: Date
    granted_by: string | null
  }
  sessions: {
    id: string
    user_id: string
    token: string
    active_organization_id: string | null
    ip_address: string | null
    user_agent: string | null
    expires_at: Date
    confirmed_at: Date | null
    created_at: Date
    updated_at: Date
  }
  sign_in_accounts: {
    id: string
    user_id: string
    provider_id: string
    account_id: string
    password: string | null
    access_token: string | null
    refresh_token: string | null
    id_token: string | null
    access_token_expires_at: Date | null
    refresh_token_expires_at: Date | null
    scope: string | null
    created_at: Date
    updated_at: Date
  }
  sign_in_verifications: {
    id: string
    identifier: string
    value: string
    expires_at: Date
    created_at: Date
    updated_at: Date
  }
  two_factors: {
    id: string
    user_id: string
    secret: string
    backup_codes: string
    verified: Generated<boolean>
    failed_verification_count: Generated<number>
    locked_until: Date | null
  }
  used_codes: {
    user_id: string
    code_hash: Buffer
    used_at: Date
  }
  users: {
    id: string
    name: string
    email: string
    email_verified: Generated<boolean>
    image: string | null
    two_factor_enabled: Generated<boolean>
    deactivated_at: Date | null
    confirmed_at: Date | null
    language: 'en' | 'fr' | null
    scheme: 'light' | 'dark' | null
    created_at: Date
    updated_at: Date
  }
}
