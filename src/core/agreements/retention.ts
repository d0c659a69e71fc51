import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

/** Sets how many days the finished documents of an agreement are kept; null means the organization's rule. */
export async function setRetention(ctx: Context, id: Id, days: number | null): Promise<void> {
  await ctx.db
    .updateTable('agreements')
    .set({ document_retention_days: days, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  await recordRetention(ctx, id, days)
}

/** Records the new retention in the audit trail. */
export async function recordRetention(ctx: Context, id: Id, days: number | null): Promise<void> {
  await recordAudit(ctx, { action: 'agreement.retention_set', subject: { type: 'agreement', id }, data: { days } })
}
