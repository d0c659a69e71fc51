import { type Handle, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

/**
 * Deletes unused rows and invitation tokens of old bulk sends in all organizations. Runs as a job, on the system
 * handle.
 */
export async function emptyOldBulkSends(
  db: Handle,
  now: Date,
  contextOf: (organizationId: string) => Context,
): Promise<void> {
  const old = await db
    .selectFrom('bulk_sends')
    .select(['organization_id', 'id'])
    .where('emptied_at', 'is', null)
    .where('kept_until', '<=', now)
    .execute()
  for (const { organization_id, id } of old) await empty(contextOf(organization_id), id)
}

async function empty(ctx: Context, id: Id): Promise<void> {
  await transaction(ctx, async (inner) => {
    const emptied = await inner.db
      .updateTable('bulk_sends')
      .set({ emptied_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .where('emptied_at', 'is', null)
      .where('kept_until', '<=', inner.now)
      .returning('id')
      .executeTakeFirst()
    if (!emptied) return
    await inner.db
      .updateTable('bulk_send_rows')
      .set({ sealed: null, ways_in: null })
      .where('organization_id', '=', inner.organizationId)
      .where('bulk_send_id', '=', id)
      .execute()
    await recordAudit(inner, { action: 'bulk_send.emptied', subject: { type: 'bulk_send', id } })
  })
}

/** Deletes the invitation tokens of submissions whose signer is erased. Runs in the caller's transaction. */
export async function forgetWaysIn(ctx: Context, submissionIds: readonly Id[]): Promise<void> {
  if (submissionIds.length === 0) return
  await ctx.db
    .updateTable('bulk_send_rows')
    .set({ ways_in: null })
    .where('organization_id', '=', ctx.organizationId)
    .where('submission_id', 'in', submissionIds)
    .execute()
}
