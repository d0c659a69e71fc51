import type { Selectable } from 'kysely'
import { type Tables, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, notFound, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { cancelOfSubmission } from '../verifications/index.ts'
import { lockSubmission } from './lock.ts'

export type SubmissionStatus = 'created' | 'viewed' | 'signed' | 'completed' | 'declined' | 'voided' | 'expired'

/** Who signs a submission, as the organization sees it. */
export type SubmissionSigner = {
  id: Id
  role: string
  name: string | null
  email: string | null
  viewedAt: Date | null
  identifiedAt: Date | null
  signedAt: Date | null
  declinedAt: Date | null
}

/** One run through a link. `status` follows from the moments below it. */
export type Submission = {
  id: Id
  agreementLinkId: Id
  agreementId: Id
  agreementVersion: number
  status: SubmissionStatus
  metadata: Record<string, unknown>
  fieldValues: Record<string, string>
  signers: SubmissionSigner[]
  viewedAt: Date | null
  completedAt: Date | null
  declinedAt: Date | null
  declineReason: string | null
  voidedAt: Date | null
  voidReason: string | null
  expiredAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export type SubmissionDocument = {
  id: Id
  submissionId: Id
  filename: string
  contentType: string
  byteSize: number
  sha256: string
  createdAt: Date
}

/** One submission with its signers and what they filled in. Throws `submission_not_found`. */
export async function getSubmission(ctx: Context, id: Id): Promise<Submission> {
  requirePermission(ctx, 'submissions:read')
  const row = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  const [submission] = row ? await assemble(ctx, [row]) : []
  if (!submission) throw notFound('submission')
  return submission
}

/** Submissions, newest first, of one link or agreement or of all. */
export async function listSubmissions(
  ctx: Context,
  request: { page: PageRequest; agreementLinkId?: Id; agreementId?: Id },
): Promise<Page<Submission>> {
  requirePermission(ctx, 'submissions:read')
  let query = ctx.db.selectFrom('submissions').where('organization_id', '=', ctx.organizationId)
  if (request.agreementLinkId) query = query.where('agreement_link_id', '=', request.agreementLinkId)
  if (request.agreementId) query = query.where('agreement_id', '=', request.agreementId)
  const { total } = await query.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(request.page.size)
    .offset(offsetOf(request.page))
    .execute()
  return { items: await assemble(ctx, rows), total, ...request.page }
}

/**
 * Calls a submission back before everybody has signed, opened or not, and the checks that were ordered for it. Doing so
 * twice, or after another end, changes nothing. Throws `submission_not_found`, or `submission_completed` when it is too late: what was signed by everybody stays.
 */
export async function voidSubmission(ctx: Context, id: Id, reason: string | null): Promise<Submission> {
  requirePermission(ctx, 'submissions:write')
  refuseFaults(findVoidingFaults({ reason }))
  return transaction(ctx, async (inner) => {
    await lockSubmission(inner, id)
    const known = await getSubmission(forOwnRead(inner), id)
    if (known.status === 'completed' || known.status === 'signed')
      throw new DomainError('conflict', 'submission_completed', 'Everybody has signed this submission: it stays.')
    if (known.status !== 'viewed' && known.status !== 'created') return known
    await inner.db
      .updateTable('submissions')
      .set({
        voided_at: inner.now,
        voided_by: inner.actor.kind === 'user' ? inner.actor.id : null,
        void_reason: reason,
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await cancelOfSubmission(inner, id, 'submission_voided')
    await recordAudit(inner, {
      action: 'submission.voided',
      subject: { type: 'submission', id },
      chain: id,
      data: { reason },
    })
    return getSubmission(forOwnRead(inner), id)
  })
}

/** Every fault of the reason to call a submission back. */
export function findVoidingFaults({ reason }: { reason?: string | null }): Fault[] {
  return checkText(['reason'], reason ?? '', { maxLength: 500 })
}

/** The finished PDF of a submission and its bytes. Throws `submission_not_found`, `document_not_found` while it is not completed. */
export async function readDocument(ctx: Context, submissionId: Id): Promise<SubmissionDocument & { bytes: Buffer }> {
  await getSubmission(ctx, submissionId)
  const document = await findDocument(ctx, submissionId)
  if (!document)
    throw new DomainError(
      'not_found',
      'document_not_found',
      'This submission is not completed yet, so it has no document.',
    )
  return document
}

/** The finished PDF, or undefined. Not guarded: for callers that have shown already that they may see the submission. */
export async function findDocument(
  ctx: Context,
  submissionId: Id,
): Promise<(SubmissionDocument & { bytes: Buffer }) | undefined> {
  const row = await ctx.db
    .selectFrom('documents as document')
    .innerJoin('document_contents as content', (join) =>
      join
        .onRef('content.organization_id', '=', 'document.organization_id')
        .onRef('content.document_id', '=', 'document.id'),
    )
    .selectAll('document')
    .select('content.bytes')
    .where('document.organization_id', '=', ctx.organizationId)
    .where('document.submission_id', '=', submissionId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    submissionId: row.submission_id,
    filename: row.filename,
    contentType: row.content_type,
    byteSize: row.byte_size,
    sha256: row.sha256.toString('hex'),
    createdAt: row.created_at,
    bytes: row.bytes,
  }
}

/** The core records of rows, with their signers and what those filled in. */
export async function assemble(ctx: Context, rows: Selectable<Tables['submissions']>[]): Promise<Submission[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const signers = await ctx.db
    .selectFrom('signers')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('submission_id', 'in', ids)
    .orderBy('position')
    .execute()
  const values = await ctx.db
    .selectFrom('field_values')
    .select(['submission_id', 'field_key', 'value'])
    .where('organization_id', '=', ctx.organizationId)
    .where('submission_id', 'in', ids)
    .orderBy('field_key')
    .execute()
  return rows.map((row) => ({
    ...toSubmission(
      row,
      signers.filter((signer) => signer.submission_id === row.id),
    ),
    fieldValues: Object.fromEntries(
      values.filter((value) => value.submission_id === row.id).map(({ field_key, value }) => [field_key, value]),
    ),
  }))
}

function toSubmission(
  row: Selectable<Tables['submissions']>,
  signers: Selectable<Tables['signers']>[],
): Omit<Submission, 'fieldValues'> {
  return {
    id: row.id,
    agreementLinkId: row.agreement_link_id,
    agreementId: row.agreement_id,
    agreementVersion: row.agreement_version,
    status: statusOf(row, signers),
    metadata: row.metadata,
    signers: signers.map((signer) => ({
      id: signer.id,
      role: signer.role,
      name: signer.name,
      email: signer.email,
      viewedAt: signer.viewed_at,
      identifiedAt: signer.identified_at,
      signedAt: signer.signed_at,
      declinedAt: signer.declined_at,
    })),
    viewedAt: row.viewed_at,
    completedAt: row.completed_at,
    declinedAt: row.declined_at,
    declineReason: row.decline_reason,
    voidedAt: row.voided_at,
    voidReason: row.void_reason,
    expiredAt: row.expired_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function statusOf(row: Selectable<Tables['submissions']>, signers: Selectable<Tables['signers']>[]): SubmissionStatus {
  if (row.completed_at) return 'completed'
  if (row.voided_at) return 'voided'
  if (row.declined_at) return 'declined'
  if (row.expired_at) return 'expired'
  return signers.length > 0 && signers.every((signer) => signer.signed_at)
    ? 'signed'
    : row.viewed_at
      ? 'viewed'
      : 'created'
}
