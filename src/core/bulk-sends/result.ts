import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { only } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { listSubmissions, type Submission } from '../submissions/index.ts'
import { type BulkSend, findBulkSend, toBulkSend } from './bulk-send.ts'
import { openWaysIn } from './sealed-rows.ts'

/** The result of a row. `waysIn` has invitation tokens by role, as long as the bulk send keeps them. */
export type RowResult = { line: number; submission: Submission | null; waysIn: Record<string, string> }

const rowsAtOnce = 500

/**
 * The result of every row, batch by batch, in the order of the file. Names and addresses are the present ones. Only an
 * actor with `submissions:write` gets the tokens.
 * Throws `bulk_send_not_found`.
 */
export async function readResult(ctx: Context, id: Id): Promise<{ send: BulkSend; parts: AsyncIterable<RowResult[]> }> {
  requirePermission(ctx, 'submissions:read')
  const canGive = ctx.actor.kind === 'system' || ctx.actor.permissions.includes('submissions:write')
  return { send: toBulkSend(await findBulkSend(ctx, id)), parts: readParts(ctx, id, canGive) }
}

async function* readParts(ctx: Context, id: Id, canGive: boolean): AsyncGenerator<RowResult[]> {
  for (let after = 0; ; ) {
    const rows = await ctx.db
      .selectFrom('bulk_send_rows')
      .select(['line', 'submission_id', 'ways_in'])
      .where('organization_id', '=', ctx.organizationId)
      .where('bulk_send_id', '=', id)
      .where('line', '>', after)
      .orderBy('line')
      .limit(rowsAtOnce)
      .execute()
    const submissions = await findSubmissions(
      ctx,
      rows.flatMap(({ submission_id }) => submission_id ?? []),
    )
    yield rows.map(({ line, submission_id, ways_in }) => ({
      line,
      submission: submissions.get(submission_id ?? '') ?? null,
      waysIn: ways_in && canGive ? openWaysIn(ctx, { bulkSendId: id, line }, ways_in) : {},
    }))
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)?.line ?? 0
  }
}

async function findSubmissions(ctx: Context, ids: readonly Id[]): Promise<ReadonlyMap<Id, Submission>> {
  if (ids.length === 0) return new Map()
  const page = { number: 1, size: ids.length }
  const { items } = await listSubmissions(ctx, { filters: [only('id', ...ids)], page })
  return new Map(items.map((submission) => [submission.id, submission]))
}
