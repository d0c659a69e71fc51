import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

/** The part of a recovery that decides which deliveries come next. */
type Cursor = { webhook_id: Id; since: Date; last_event_id: Id | null; per_second: number }

// Leaves out deliveries that the engine has claimed or parked, because it will send them by itself.
const waits = sql`claimed_by is null and parked is null and due_at > delivery_clock()`

/** Counts the deliveries of a webhook that wait for their next attempt, for events since a time. */
export async function countWaiting(ctx: Context, webhookId: Id, since: Date): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from open_deliveries
    where organization_id = ${ctx.organizationId} and webhook_id = ${webhookId}
      and event_id >= first_id_at(${since}) and ${waits}`.execute(ctx.db)
  return rows[0]?.total ?? 0
}

/**
 * Makes the next waiting deliveries due now, and ends a pause of the webhook. Returns their number and the last event
 * id.
 */
export async function hastenBatch(ctx: Context, cursor: Cursor): Promise<{ count: number; last: Id | undefined }> {
  await sql`
    update webhook_lanes set open_until = delivery_clock()
    where organization_id = ${ctx.organizationId} and webhook_id = ${cursor.webhook_id}
      and open_until > delivery_clock()`.execute(ctx.db)
  const { rows } = await sql<{ event_id: Id }>`
    with next as materialized (
      select event_id from open_deliveries
      where organization_id = ${ctx.organizationId} and webhook_id = ${cursor.webhook_id}
        and event_id >= first_id_at(${cursor.since}) and ${waits}
        and (${cursor.last_event_id}::uuid is null or event_id > ${cursor.last_event_id}::uuid)
      order by event_id limit ${cursor.per_second} for update skip locked
    )
    update open_deliveries d set due_at = '-infinity' from next
    where d.organization_id = ${ctx.organizationId} and d.webhook_id = ${cursor.webhook_id} and d.event_id = next.event_id
    returning d.event_id`.execute(ctx.db)
  const ids = rows.map((row) => row.event_id).sort()
  return { count: ids.length, last: ids.at(-1) }
}
