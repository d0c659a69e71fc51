import type { Act, Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { openRows } from './read.ts'

/** One row of a trail: what was done, to what, and the request that did it. */
export type TrailRow = { action: string; subjectId: Id; data: Record<string, unknown>; act: Act }

/** The rows of one trail in their order. Not guarded: for callers that have shown already that they may read it. */
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
