// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { FileColumn, KeptError, LeftOutParameter, ReminderRule } from '../shapes.ts'

export type SubmissionsTables = {
  agreement_link_addresses: {
    organization_id: string
    agreement_link_id: string
    address_mark: Buffer
    signer_id: string
  }
  bulk_send_rows: {
    organization_id: string
    bulk_send_id: string
    line: number
    sealed: Buffer | null
    submission_id: string | null
    ways_in: Buffer | null
  }
  bulk_sends: {
    organization_id: string
    id: string
    agreement_link_id: string
    delivery: 'email' | 'link'
    file_name: string | null
    file_mark: Buffer
    columns: JSONColumnType<FileColumn[]>
    total: number
    made: Generated<number>
    state: Generated<'running' | 'stopped' | 'done'>
    trouble: ColumnType<KeptError | null, string | null | undefined, string | null>
    actor: JSONColumnType<Record<string, unknown>>
    created_at: Date
    updated_at: Date
    ended_at: Date | null
    kept_until: Date | null
    emptied_at: Date | null
  }
  consents: {
    organization_id: string
    id: string
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
  declines: {
    organization_id: string
    id: string
    submission_id: string
    signer_id: string
    actor: JSONColumnType<Record<string, unknown>>
    declined_at: Date
  }
  document_contents: {
    organization_id: string
    document_id: string
    bytes: Buffer
  }
  documents: {
    organization_id: string
    id: string
    submission_id: string
    kind: 'completed'
    filename: string
    content_type: string
    byte_size: number
    sha256: Buffer
    wrapped_key: Buffer | null
    removed_at: Date | null
    created_at: Date
    seal_level: 'B-T' | 'B-LT' | 'B-LTA' | null
    sealed_at: Date | null
    timestamp_authority: string | null
    seal_certificate_sha256: Buffer | null
    evidence_sha256: Buffer | null
    refresh_before: Date | null
  }
  erasures: {
    organization_id: string
    id: string
    subject_id: string
    actor: JSONColumnType<Record<string, unknown>>
    erased_at: Date
  }
  field_values: {
    organization_id: string
    submission_id: string
    signer_id: string
    field_key: string
    sealed: Buffer
    filled_at: Date
  }
  personal_data: {
    organization_id: string
    subject_id: string
    kind: string
    ciphertext: Buffer
    updated_at: Date
  }
  reminders: {
    organization_id: string
    id: string
    submission_id: string
    signer_id: string
    actor: JSONColumnType<Record<string, unknown>>
    reminded_at: Date
  }
  signer_codes: {
    organization_id: string
    id: string
    signer_id: string
    code_hash: Buffer | null
    attempts: Generated<number>
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
  signer_entries: {
    organization_id: string
    signer_id: string
    entered_by: 'sender' | 'signer'
    sealed: Buffer
    token: string | null
    entered_at: Date
  }
  signer_files: {
    organization_id: string
    signer_id: string
    field_key: string
    name: Buffer
    content: Buffer
    content_type: string
    byte_size: number
    sha256: Buffer
    sent_at: Date
  }
  signer_forms: {
    organization_id: string
    signer_id: string
    step: string
    form_hash: Buffer
    sent_at: Date
  }
  signer_invitations: {
    organization_id: string
    id: string
    signer_id: string
    token_hash: Buffer
    created_at: Date
    used_at: Date | null
  }
  signer_sessions: {
    organization_id: string
    id: string
    signer_id: string
    token_hash: Buffer
    fresh_until: Date
    created_at: Date
    ended_at: Date | null
  }
  signer_words: {
    organization_id: string
    word: string
    signer_id: string
    field: 'name' | 'email'
  }
  signers: {
    organization_id: string
    id: string
    submission_id: string
    role: string
    position: number
    kind: Generated<'signer' | 'approver' | 'copy'>
    turn: number
    turn_came_at: Date | null
    delivery: 'link' | 'email' | null
    subject_id: string
    may_change: Generated<boolean>
    may_delegate: Generated<boolean>
    personal: Buffer | null
    opened_by: Buffer | null
    viewed_at: Date | null
    identified_at: Date | null
    details_given_at: Date | null
    signed_at: Date | null
    approved_at: Date | null
    is_awaited: GeneratedAlways<boolean>
    signature_method: 'typed' | 'drawn' | null
    mark: Buffer | null
    shown_sha256: Buffer | null
    language: string | null
    declined_at: Date | null
    created_at: Date
    updated_at: Date
    asks_code: Generated<boolean>
  }
  subjects: {
    organization_id: string
    id: string
    wrapped_key: Buffer | null
    erased_at: Date | null
    created_at: Date
  }
  submissions: {
    organization_id: string
    id: string
    agreement_link_id: string
    agreement_id: string
    agreement_version: number
    metadata: JSONColumnType<Record<string, string | string[]>>
    metadata_source: Generated<'link' | 'organization'>
    left_out: ColumnType<LeftOutParameter[], string | undefined, string>
    viewed_at: Date | null
    completed_at: Date | null
    declined_at: Date | null
    voided_at: Date | null
    expired_at: Date | null
    expires_at: Date
    reminders: ColumnType<ReminderRule | null, string | null | undefined, string | null>
    created_at: Date
    updated_at: Date
    acted_at: Date | null
    prepared_at: Date | null
    refused_at: Date | null
    seal_reason: string | null
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
