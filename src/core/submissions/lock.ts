import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { SubmissionRow } from './contents.ts'

/**
 * Locks a submission until the transaction ends, so that signing, declining, voiding, completing and expiring happen
 * one after another. Lock it before any other row of the submission.
 * Throws `submission_not_found`.
 */
export async function lockSubmission(ctx: Context, id: Id): Promise<SubmissionRow> {
  const row = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('submission')
  return row
}
