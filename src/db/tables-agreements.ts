import type { Generated, JSONColumnType } from 'kysely'

type Timestamps = { created_at: Date; updated_at: Date }
type TenantRow = { organization_id: string; id: string }

/** Who signs, in order; `key` names the role in fields. */
export type SignerRole = { key: string; name: string }

/** A blank of the agreement as it is stored. Core knows its types, and which options each of them takes. */
export type StoredField = {
  key: string
  type: string
  role: string
  label: string
  required: boolean
  [option: string]: unknown
}

/** A check that the signer of a role must pass through. */
export type RequiredVerification = { type: string; tier: string | null; role: string }

export type AgreementTables = {
  agreements: Timestamps &
    TenantRow & {
      title: string
      current_version: number
      created_by: string | null
      archived_at: Date | null
      document_retention_days: number | null
    }
  agreement_versions: {
    organization_id: string
    agreement_id: string
    number: number
    title: string
    source: string
    source_sha256: Buffer
    signer_roles: JSONColumnType<SignerRole[]>
    fields: JSONColumnType<StoredField[]>
    required_verifications: JSONColumnType<RequiredVerification[]>
    /** A tag of BCP 47; `language_given` says whether its author gave it. */
    language: string
    language_given: boolean
    /** Null is what the address of the link says. */
    shown_metadata: string[] | null
    created_by: string | null
    created_at: Date
  }
  agreement_links: Timestamps &
    TenantRow & {
      agreement_id: string
      title: string
      is_active: Generated<boolean>
      expires_at: Date | null
      created_by: string | null
    }
  submissions: Timestamps &
    TenantRow & {
      agreement_link_id: string
      agreement_id: string
      agreement_version: number
      metadata: JSONColumnType<Record<string, string | string[]>>
      metadata_source: Generated<'link' | 'organization'>
      left_out: JSONColumnType<{ name: string; reason: 'secret' | 'tracking' }[]>
      viewed_at: Date | null
      completed_at: Date | null
      declined_at: Date | null
      voided_at: Date | null
      void_reason: string | null
      expired_at: Date | null
      expires_at: Date
    }
  signers: Timestamps &
    TenantRow & {
      submission_id: string
      role: string
      position: number
      personal: Buffer | null
      subject_id: string
      opened_by: Buffer | null
      may_change: Generated<boolean>
      language: string | null
      viewed_at: Date | null
      identified_at: Date | null
      details_given_at: Date | null
      signed_at: Date | null
      signature_method: 'typed' | 'drawn' | null
      mark: Buffer | null
      shown_sha256: Buffer | null
      declined_at: Date | null
    }
  signer_invitations: TenantRow & { signer_id: string; token_hash: Buffer; created_at: Date; used_at: Date | null }
  signer_sessions: TenantRow & {
    signer_id: string
    token_hash: Buffer
    fresh_until: Date
    created_at: Date
    ended_at: Date | null
  }
  signer_codes: TenantRow & {
    signer_id: string
    code_hash: Buffer | null
    attempts: Generated<number>
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
  signer_forms: { organization_id: string; signer_id: string; step: string; form_hash: Buffer; sent_at: Date }
  field_values: {
    organization_id: string
    submission_id: string
    signer_id: string
    field_key: string
    sealed: Buffer
    filled_at: Date
  }
  signer_words: { organization_id: string; word: string; signer_id: string; field: 'name' | 'email' }
  consents: TenantRow & {
    subject_id: string
    submission_id: string | null
    signer_id: string | null
    kind: string
    text_version: string
    text_sha256: Buffer
    locale: string
    personal: Buffer | null
    accepted_at: Date
    withdrawn_at: Date | null
  }
  documents: TenantRow & {
    submission_id: string
    kind: 'completed'
    filename: string
    content_type: string
    byte_size: number
    sha256: Buffer
    wrapped_key: Buffer | null
    removed_at: Date | null
    created_at: Date
  }
  document_contents: { organization_id: string; document_id: string; bytes: Buffer }
}
