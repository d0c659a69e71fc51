import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Id } from '../ids.ts'
import { getSubmission } from './submission.ts'

export type SubmissionDocument = {
  id: Id
  submissionId: Id
  filename: string
  contentType: string
  byteSize: number
  sha256: string
  createdAt: Date
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
