import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { lockSubmission } from './lock.ts'

/** The pages of a document that will be sealed: hashes in hex, and how many rows its evidence has. */
type PreparedDocument = { contentSha256: string; evidenceSha256: string; rows: number }

/** The trail has other rows than the evidence, or the submission was completed meanwhile. Another try may succeed. */
export class TrailGrew extends Error {}

const action = 'document.prepared'

/**
 * Records what will be sealed in the row of the trail that follows those of the evidence. Returns its place. Throws
 * TrailGrew when another row is there already.
 */
export async function recordPrepared(
  ctx: Context,
  submissionId: Id,
  { contentSha256, evidenceSha256, rows }: PreparedDocument,
): Promise<number> {
  return transaction(ctx, async (inner) => {
    const { completed_at } = await lockSubmission(inner, submissionId)
    const subject = { type: 'submission', id: submissionId } as const
    const data = { contentSha256, evidenceSha256 }
    const { length } = await recordAudit(inner, { action, subject, chain: submissionId, data })
    if (completed_at || length !== rows + 1) throw new TrailGrew()
    return length
  })
}

/** Whether an earlier try has recorded what it was about to seal. */
export async function isPrepared(ctx: Context, submissionId: Id): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('audit_events')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('chain', '=', submissionId)
    .where('action', '=', action)
    .executeTakeFirst()
  return row !== undefined
}
