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
import { countWaiting } from './recover-waiting.ts'
import { findWebhookRow, userOf } from './webhook.ts'

/** What a recovery sends: `missed` deliveries that ended without a 2xx, or `waiting` ones. */
export const recoveryScopes = ['missed', 'waiting'] as const
type RecoveryScope = (typeof recoveryScopes)[number]

/** A recovery sends again what a webhook has missed since a time, or sends waiting deliveries at once. */
export type Recovery = {
  id: Id
  webhookId: Id
  scope: RecoveryScope
  since: Date
  state: 'running' | 'done' | 'cancelled'
  /** The number of deliveries when it began, and how many of them it has sent on. */
  total: number
  reopened: number
  perSecond: number
  createdAt: Date
  finishedAt: Date | null
}

export const recoverJob = 'webhook.recover'
const defaultPerSecond = 100
export const maxPerSecond = 1_000
const ever = new Date(0)

type RecoveryInput = { scope?: RecoveryScope; since?: Date; perSecond?: number }

/**
 * Begins a recovery of failed and held deliveries since a time, at `perSecond` (100 by default, at most 1000), in a job
 * that survives crashes. With the scope `waiting` it sends waiting deliveries at once, and `since` is optional.
 * Throws `webhook_not_found`, `webhook_disabled`, `recovery_running`, `validation_failed`.
 */
export async function recoverWebhook(ctx: Context, webhookId: Id, input: RecoveryInput): Promise<Recovery> {
  requirePermission(ctx, 'webhooks:write')
  refuseFaults(findRecoveryFaults(ctx, input))
  const { scope = 'missed', since = ever, perSecond = defaultPerSecond } = input
  return transaction(ctx, async (inner) => {
    const webhook = await findWebhookRow(inner, webhookId, 'for update')
    if (!webhook.service_status) {
      throw new DomainError('conflict', 'webhook_disabled', say('webhook_disabled'))
    }
    const row = await insertRecovery(inner, { webhookId, scope, since, perSecond })
    await enqueueJob(
      inner.db,
      recoverJob,
      { organizationId: inner.organizationId, recoveryId: row.id },
      { key: row.id },
    )
    await recordAudit(inner, {
      action: 'webhook.recovery_started',
      subject: { type: 'webhook', id: webhookId },
      data: { scope, since: since.toISOString(), total: row.total },
    })
    await noteChange(inner, 'recovery', row.id, 'recovery.started')
    return toRecovery(row)
  })
}

function findRecoveryFaults(ctx: Context, input: RecoveryInput): Fault[] {
  const { scope, since, perSecond = defaultPerSecond } = input
  const isMissing = since === undefined && scope !== 'waiting'
  const faults = isMissing ? [fault(['since'], 'required')] : checkHappened(ctx.now, ['since'], since)
  if (Number.isInteger(perSecond) && perSecond >= 1 && perSecond <= maxPerSecond) return faults
  return [...faults, fault(['perSecond'], 'range', { least: 1, most: maxPerSecond, value: perSecond })]
}

/** One recovery of a webhook. Throws `recovery_not_found`. */
export async function getRecovery(ctx: Context, webhookId: Id, id: Id): Promise<Recovery> {
  requirePermission(ctx, 'webhooks:read')
  return toRecovery(await findRecovery(ctx, webhookId, id))
}

/** Cancels a running recovery. Deliveries that it has sent on continue. Throws `recovery_not_found`. */
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

type Asked = { webhookId: Id; scope: RecoveryScope; since: Date; perSecond: number }

async function insertRecovery(ctx: Context, asked: Asked): Promise<Row> {
  const { webhookId, scope, since, perSecond } = asked
  const total =
    scope === 'missed' ? await countMissed(ctx, webhookId, since) : await countWaiting(ctx, webhookId, since)
  const row = await ctx.db
    .insertInto('webhook_recoveries')
    .values({
      organization_id: ctx.organizationId,
      id: newId(ctx.now.getTime()),
      webhook_id: webhookId,
      scope,
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

async function countMissed(ctx: Context, webhookId: Id, since: Date): Promise<number> {
  const { total } = await ctx.db
    .selectFrom('closed_deliveries')
    .select((select) => select.fn.countAll<number>().as('total'))
    .where('organization_id', '=', ctx.organizationId)
    .where('webhook_id', '=', webhookId)
    .where('state', 'in', ['failed', 'held'])
    .where('event_id', '>=', sql<string>`first_id_at(${since})`)
    .executeTakeFirstOrThrow()
  return total
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

export function toRecovery(row: Row): Recovery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    scope: row.scope,
    since: row.since,
    state: row.state,
    total: row.total,
    reopened: row.reopened,
    perSecond: row.per_second,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}
