import { type Selectable, sql } from 'kysely'
import { type Tables, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { recordAudit } from '../audit/index.ts'
import { noteChange } from '../changes/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, fault, notFound, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { checkHappened } from '../moments.ts'
import { requirePermission } from '../permissions.ts'
import { findWebhookRow, userOf } from './webhook.ts'

/** Sending again what a webhook missed since a moment. */
export type Recovery = {
  id: Id
  webhookId: Id
  since: Date
  state: 'running' | 'done' | 'cancelled'
  /** How many deliveries were missing when it began, and how many of them are on their way again. */
  total: number
  reopened: number
  perSecond: number
  createdAt: Date
  finishedAt: Date | null
}

export const recoverJob = 'webhook.recover'
const defaultPerSecond = 100
export const maxPerSecond = 1_000

/**
 * Begins to send again all that ended without a 2xx (failed, or held while the webhook was off) since a moment, and
 * nothing else; at `perSecond` (100 unless said, at most 1000), as a job that goes on after a crash.
 * Throws `webhook_not_found`, `webhook_disabled`, `recovery_running`, `validation_failed`.
 */
export async function recoverWebhook(
  ctx: Context,
  webhookId: Id,
  input: { since: Date; perSecond?: number },
): Promise<Recovery> {
  requirePermission(ctx, 'webhooks:write')
  refuseFaults(findRecoveryFaults(ctx, input))
  const perSecond = input.perSecond ?? defaultPerSecond
  return transaction(ctx, async (inner) => {
    const webhook = await findWebhookRow(inner, webhookId, 'for update')
    if (!webhook.service_status) {
      throw new DomainError('conflict', 'webhook_disabled', say('webhook_disabled'))
    }
    const row = await insertRecovery(inner, webhookId, input.since, perSecond)
    await enqueueJob(
      inner.db,
      recoverJob,
      { organizationId: inner.organizationId, recoveryId: row.id },
      { key: row.id },
    )
    await recordAudit(inner, {
      action: 'webhook.recovery_started',
      subject: { type: 'webhook', id: webhookId },
      data: { since: input.since.toISOString(), total: row.total },
    })
    await noteChange(inner, 'recovery', row.id, 'recovery.started')
    return toRecovery(row)
  })
}

/** Every fault of the members that are given. */
function findRecoveryFaults(ctx: Context, input: { since?: Date; perSecond?: number }): Fault[] {
  const { since, perSecond = defaultPerSecond } = input
  const faults = checkHappened(ctx.now, ['since'], since)
  if (Number.isInteger(perSecond) && perSecond >= 1 && perSecond <= maxPerSecond) return faults
  return [...faults, fault(['perSecond'], 'range', { least: 1, most: maxPerSecond, value: perSecond })]
}

/** How far a recovery of a webhook is. Throws `recovery_not_found`. */
export async function getRecovery(ctx: Context, webhookId: Id, id: Id): Promise<Recovery> {
  requirePermission(ctx, 'webhooks:read')
  return toRecovery(await findRecovery(ctx, webhookId, id))
}

/** Stops a recovery; what it has sent again already goes on. Throws `recovery_not_found`. */
export async function cancelRecovery(ctx: Context, webhookId: Id, id: Id): Promise<Recovery> {
  requirePermission(ctx, 'webhooks:write')
  return transaction(ctx, async (inner) => {
    const { numUpdatedRows } = await inner.db
      .updateTable('webhook_recoveries')
      .set({ state: 'cancelled', finished_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('webhook_id', '=', webhookId)
      .where('id', '=', id)
      .where('state', '=', 'running')
      .executeTakeFirst()
    const recovery = toRecovery(await findRecovery(inner, webhookId, id))
    if (numUpdatedRows) {
      const data = { recoveryId: id, reopened: recovery.reopened }
      await recordAudit(inner, {
        action: 'webhook.recovery_cancelled',
        subject: { type: 'webhook', id: webhookId },
        data,
      })
      await noteChange(inner, 'recovery', id, 'recovery.cancelled')
    }
    return recovery
  })
}

type Row = Selectable<Tables['webhook_recoveries']>

async function insertRecovery(ctx: Context, webhookId: Id, since: Date, perSecond: number): Promise<Row> {
  const { total } = await ctx.db
    .selectFrom('closed_deliveries')
    .select((select) => select.fn.countAll<number>().as('total'))
    .where('organization_id', '=', ctx.organizationId)
    .where('webhook_id', '=', webhookId)
    .where('state', 'in', ['failed', 'held'])
    .where('event_id', '>=', sql<string>`first_id_at(${since})`)
    .executeTakeFirstOrThrow()
  const row = await ctx.db
    .insertInto('webhook_recoveries')
    .values({
      organization_id: ctx.organizationId,
      id: newId(ctx.now.getTime()),
      webhook_id: webhookId,
      since,
      total,
      per_second: perSecond,
      created_by: userOf(ctx),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) return row
  throw new DomainError('conflict', 'recovery_running', say('recovery_running'))
}

function recoveriesOf(ctx: Context, webhookId: Id) {
  return ctx.db
    .selectFrom('webhook_recoveries')
    .where('organization_id', '=', ctx.organizationId)
    .where('webhook_id', '=', webhookId)
}

async function findRecovery(ctx: Context, webhookId: Id, id: Id): Promise<Row> {
  const row = await recoveriesOf(ctx, webhookId).selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('recovery')
  return row
}

/** The record behind a row. */
export function toRecovery(row: Row): Recovery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    since: row.since,
    state: row.state,
    total: row.total,
    reopened: row.reopened,
    perSecond: row.per_second,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}
