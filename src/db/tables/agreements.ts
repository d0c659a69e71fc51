// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type {
  ReminderRule,
  RequiredVerification,
  SignerRole,
  StoredAnchor,
  StoredField,
  StoredPage,
} from '../shapes.ts'

export type AgreementsTables = {
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
  agreement_links: {
    organization_id: string
    id: string
    agreement_id: string
    title: string
    is_active: Generated<boolean>
    expires_at: Date | null
    created_by: string | null
    created_at: Date
    updated_at: Date
    search_id: GeneratedAlways<string>
    signers: Buffer | null
    days_to_sign: number | null
    reminders: ColumnType<ReminderRule | null, string | null | undefined, string | null>
    auth_mode: Generated<'PUBLIC' | 'PASSCODE' | 'EMAILS'>
    passcode_mark: Buffer | null
    recipients: Buffer | null
    once_per_email: Generated<boolean>
    parameter_secret: Buffer | null
  }
  agreement_versions: {
    organization_id: string
    agreement_id: string
    number: number
    title: string
    source: string
    source_sha256: Buffer
    language: string
    language_given: Generated<boolean>
    signer_roles: JSONColumnType<SignerRole[]>
    fields: JSONColumnType<StoredField[]>
    required_verifications: JSONColumnType<RequiredVerification[]>
    shown_metadata: string[] | null
    created_by: string | null
    created_at: Date
    pdf_sha256: Buffer | null
    pdf_name: string | null
  }
  agreements: {
    organization_id: string
    id: string
    title: string
    current_version: number
    created_by: string | null
    archived_at: Date | null
    document_retention_days: number | null
    created_at: Date
    updated_at: Date
    tags: Generated<string[]>
    copy_of: string | null
  }
  link_mails: {
    organization_id: string
    id: string
    agreement_link_id: string
    caused_at: Date
    mails: number
  }
  pdf_source_pictures: {
    organization_id: string
    sha256: Buffer
    page: number
    width: number
    lines: string[]
    png: Buffer
    created_at: Date
  }
  pdf_sources: {
    organization_id: string
    sha256: Buffer
    byte_size: number
    pages: JSONColumnType<StoredPage[]>
    anchors: JSONColumnType<StoredAnchor[]>
    words: Generated<string[]>
    bytes: Buffer
    created_at: Date
  }
}
