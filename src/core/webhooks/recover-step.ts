import { type Selectable, sql } from 'kysely'
import { type Tables, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { noteChange } from '../changes/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { recoverJob } from './recover.ts'
import { hastenBatch } from './recover-waiting.ts'
import { wakeDelivery } from './redeliver.ts'

type Row = Selectable<Tables['webhook_recoveries']>

/**
 * Takes the deliveries of one second of a recovery, moves its cursor, and enqueues the next second, in one transaction.
 * A crash repeats nothing and skips nothing.
 */
export async function continueRecovery(ctx: Context, id: Id): Promise<void> {
  await transaction(ctx, async (inner) => {
    const recovery = await lockRunning(inner, id)
    if (!recovery) return
    const take = recovery.scope === 'waiting' ? hastenBatch : reopenBatch
    const batch = await take(inner, recovery)
    await inner.db
      .updateTable('webhook_recoveries')
      .set((set) => ({
        reopened: set('reopened', '+', batch.count),
        ...(batch.last ? { last_event_id: batch.last } : { state: 'done', finished_at: inner.now }),
      }))
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await noteChange(inner, 'recovery', id, batch.last ? 'recovery.progressed' : 'recovery.done')
    if (!batch.last) return
    await wakeDelivery(inner)
    const runAt = new Date(Date.now() + 1_000)
    await enqueueJob(inner.db, recoverJob, { organizationId: inner.organizationId, recoveryId: id }, { key: id, runAt })
  })
}

async function lockRunning(ctx: Context, id: Id): Promise<Row | undefined> {
  return ctx.db
    .selectFrom('webhook_recoveries')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst()
}

// Takes only deliveries that ended before the recovery began. The cursor moves over event ids, so a delivery that fails
// again is behind it.
async function reopenBatch(ctx: Context, recovery: Row): Promise<{ count: number; last: string | undefined }> {
  const { rows } = await sql<{ event_id: string }>`
    with missing as (
      select event_id from closed_deliveries
      where organization_id = ${ctx.organizationId} and webhook_id = ${recovery.webhook_id} and state in ('failed', 'held')
        and event_id >= first_id_at(${recovery.since})
        and (${recovery.last_event_id}::uuid is null or event_id > ${recovery.last_event_id}::uuid)
        and finished_at <= ${recovery.ended_until}
      order by event_id limit ${recovery.per_second}
    ), closed as (
      delete from closed_deliveries c using missing
      where c.organization_id = ${ctx.organizationId} and c.webhook_id = ${recovery.webhook_id}
        and c.event_id = missing.event_id
      returning c.*
    )
    insert into open_deliveries
      (organization_id, webhook_id, event_id, position, sequence, ordering_key, body_version, attempts, attempts_before)
    select organization_id, webhook_id, event_id, position, sequence, ordering_key, body_version, attempts, attempts
    from closed order by position returning event_id`.execute(ctx.db)
  return {
    count: rows.length,
    last: rows
      .map((row) => row.event_id)
      .sort()
      .at(-1),
  }
}
