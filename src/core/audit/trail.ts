import type { Act, Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { openRows } from './read.ts'

/** A row of a trail: the action, its subject, and the request that caused it. */
export type TrailRow = { action: string; subjectId: Id; data: Record<string, unknown>; act: Act }

/** The rows of one trail in order. Requires no permission: the caller has shown that it may read the trail. */
export async function readTrail(ctx: Context, chain: Id): Promise<TrailRow[]> {
  const rows = await ctx.db
    .selectFrom('audit_events')
    .select(['id', 'action', 'subject_id', 'data', 'actor', 'occurred_at', 'person_id', 'personal'])
    .where('organization_id', '=', ctx.organizationId)
    .where('chain', '=', chain)
    .orderBy('sequence')
    .execute()
  return (await openRows(ctx, rows)).map(({ action, subject_id, data, actor, occurred_at }) => ({
    action,
    subjectId: subject_id,
    data,
    act: { at: occurred_at, ipAddress: textOf(actor.ipAddress), userAgent: textOf(actor.userAgent) },
  }))
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
