import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { lockSubmission } from './lock.ts'

/** The pages of a document to seal: their hashes in hex, and the number of rows in the evidence. */
type PreparedDocument = { contentSha256: string; evidenceSha256: string; rows: number }

/** The trail has more rows than the evidence, or the submission was completed meanwhile. Another try may succeed. */
export class TrailGrew extends Error {}

/**
 * Records the pages to seal in the row of the trail after the rows of the evidence, and returns its sequence. Throws
 * TrailGrew when the trail already has another row there.
 */
export async function recordPrepared(
  ctx: Context,
  submissionId: Id,
  { contentSha256, evidenceSha256, rows }: PreparedDocument,
): Promise<number> {
  return transaction(ctx, async (inner) => {
    const { completed_at } = await lockSubmission(inner, submissionId)
    await inner.db
      .updateTable('submissions')
      .set({ prepared_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', submissionId)
      .execute()
    const subject = { type: 'submission', id: submissionId } as const
    const data = { contentSha256, evidenceSha256 }
    const { length } = await recordAudit(inner, { action: 'document.prepared', subject, chain: submissionId, data })
    if (completed_at || length !== rows + 1) throw new TrailGrew()
    return length
  })
}

/** Whether an earlier try has recorded its pages. */
export async function isPrepared(ctx: Context, submissionId: Id): Promise<boolean> {
  const { prepared_at } = await ctx.db
    .selectFrom('submissions')
    .select('prepared_at')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow()
  return prepared_at !== null
}
