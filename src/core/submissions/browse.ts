import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { assemble, type Submission } from './submission.ts'

// The same answer as statusOf in submission.ts, computed by the database.
const status = sql`case
  when submissions.completed_at is not null then 'completed'
  when submissions.voided_at is not null then 'voided'
  when submissions.declined_at is not null then 'declined'
  when submissions.expired_at is not null then 'expired'
  when (select bool_and(signed_at is not null) from signers
        where signers.organization_id = submissions.organization_id and signers.submission_id = submissions.id)
    then 'signed'
  when submissions.viewed_at is null then 'created' else 'viewed' end`

/** What submissions can be listed by. `submissionId` is the id again, for what is one with its submission. */
export const submissionFields: ListFields = {
  id: listField('id', 'submissions.id'),
  submissionId: listField('id', 'submissions.id'),
  agreementLinkId: listField('id', 'submissions.agreement_link_id'),
  agreementId: listField('id', 'submissions.agreement_id'),
  agreementVersion: listField('number', 'submissions.agreement_version'),
  status: listField('word', status),
  viewedAt: listField('time', 'submissions.viewed_at'),
  completedAt: listField('time', 'submissions.completed_at'),
  declinedAt: listField('time', 'submissions.declined_at'),
  declineReason: listField('text', 'submissions.decline_reason'),
  voidedAt: listField('time', 'submissions.voided_at'),
  voidReason: listField('text', 'submissions.void_reason'),
  expiredAt: listField('time', 'submissions.expired_at'),
  createdAt: listField('time', 'submissions.created_at'),
  updatedAt: listField('time', 'submissions.updated_at'),
}

/** Submissions by any of their fields, newest first unless sorted. */
export async function browseSubmissions(ctx: Context, request: ListRequest): Promise<Page<Submission>> {
  requirePermission(ctx, 'submissions:read')
  const query = () => ctx.db.selectFrom('submissions').selectAll().where('organization_id', '=', ctx.organizationId)
  const page = await listRows(ctx, { fields: submissionFields, query }, request)
  return { ...page, items: await assemble(ctx, page.items) }
}

/** Who signs a submission. */
export type SubmissionParty = {
  id: Id
  submissionId: Id
  role: string
  name: string | null
  email: string | null
  subjectId: Id
  viewedAt: Date | null
  identifiedAt: Date | null
  detailsGivenAt: Date | null
  signedAt: Date | null
  signatureMethod: 'typed' | 'drawn' | null
  declinedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** What signers can be listed by. */
export const signerFields: ListFields = {
  id: listField('id', 'signers.id'),
  submissionId: listField('id', 'signers.submission_id'),
  role: listField('text', 'signers.role'),
  name: listField('text', 'signers.name'),
  email: listField('text', 'signers.email'),
  subjectId: listField('id', 'signers.subject_id'),
  viewedAt: listField('time', 'signers.viewed_at'),
  identifiedAt: listField('time', 'signers.identified_at'),
  detailsGivenAt: listField('time', 'signers.details_given_at'),
  signedAt: listField('time', 'signers.signed_at'),
  signatureMethod: listField('word', 'signers.signature_method'),
  declinedAt: listField('time', 'signers.declined_at'),
  createdAt: listField('time', 'signers.created_at'),
  updatedAt: listField('time', 'signers.updated_at'),
}

/** Signers by any of their fields, newest first unless sorted. */
export async function browseSigners(ctx: Context, request: ListRequest): Promise<Page<SubmissionParty>> {
  requirePermission(ctx, 'submissions:read')
  const query = () => ctx.db.selectFrom('signers').selectAll().where('organization_id', '=', ctx.organizationId)
  const page = await listRows(ctx, { fields: signerFields, query }, request)
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      submissionId: row.submission_id,
      role: row.role,
      name: row.name,
      email: row.email,
      subjectId: row.subject_id,
      viewedAt: row.viewed_at,
      identifiedAt: row.identified_at,
      detailsGivenAt: row.details_given_at,
      signedAt: row.signed_at,
      signatureMethod: row.signature_method,
      declinedAt: row.declined_at,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    })),
  }
}
