import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import { deliveryChannel, type EventType } from '../events.ts'
import { type Id, newId } from '../ids.ts'
import { only } from '../lists/index.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { type Delivery, getDelivery, listDeliveries } from './deliveries.ts'
import { type Redelivery, recordRedelivery } from './list-redeliveries.ts'
import { findWebhookRow, type WebhookRow } from './webhook.ts'

/** A redelivery and the present state of its delivery. */
type Redelivered = { redelivery: Redelivery; delivery: Delivery }

/**
 * Sends an event to a webhook again at once, with the same id and the same bytes. A delivery that waits for a retry is
 * sent now.
 * Throws `webhook_not_found`, `event_not_found`, `webhook_disabled`.
 */
export async function redeliverEvent(ctx: Context, webhookId: Id, eventId: Id): Promise<Redelivered> {
  requirePermission(ctx, 'webhooks:write')
  return transaction(ctx, async (inner) => {
    requireService(await findWebhookRow(inner, webhookId))
    await getDelivery(forOwnRead(inner), webhookId, eventId)
    await reopen(inner, webhookId, eventId)
    const redelivery = await recordRedelivery(inner, webhookId, eventId)
    return { redelivery, delivery: await getDelivery(forOwnRead(inner), webhookId, eventId) }
  })
}

/** Redelivers by the id of the delivery. Throws what redeliverEvent throws. */
export async function redeliver(ctx: Context, deliveryId: Id): Promise<Redelivered> {
  requirePermission(ctx, 'webhooks:write')
  const { items } = await listDeliveries(forOwnRead(ctx), { filters: [only('id', deliveryId)] })
  const [delivery] = items
  if (!delivery) throw notFound('event')
  return redeliverEvent(ctx, delivery.webhookId, delivery.eventId)
}

/** Sends an invented event to one webhook, marked as a test. Throws `webhook_not_found`, `webhook_disabled`. */
export async function sendTestEvent(ctx: Context, webhookId: Id, type?: EventType): Promise<Delivery> {
  requirePermission(ctx, 'webhooks:write')
  return transaction(ctx, async (inner) => {
    const webhook = await findWebhookRow(inner, webhookId)
    requireService(webhook)
    const id = newId()
    await inner.db
      .insertInto('events')
      .values({
        organization_id: inner.organizationId,
        id,
        type: type ?? webhook.event_types[0] ?? 'verification',
        subject_type: 'webhook',
        subject_id: webhookId,
        data: JSON.stringify({ test: true }),
        occurred_at: inner.now,
        is_test: true,
      })
      .execute()
    await inner.db
      .insertInto('open_deliveries')
      .values({ organization_id: inner.organizationId, webhook_id: webhookId, event_id: id })
      .execute()
    await wakeDelivery(inner)
    return getDelivery(forOwnRead(inner), webhookId, id)
  })
}

/** Wakes the delivery engine when this transaction commits. */
export async function wakeDelivery(ctx: Context): Promise<void> {
  await sql`select pg_notify(${deliveryChannel}, '')`.execute(ctx.db)
}

async function reopen(ctx: Context, webhookId: Id, eventId: Id): Promise<void> {
  await sql`
    with closed as (
      delete from closed_deliveries
      where organization_id = ${ctx.organizationId} and webhook_id = ${webhookId} and event_id = ${eventId}
      returning *
    )
    insert into open_deliveries
      (organization_id, webhook_id, event_id, position, sequence, ordering_key, body_version, attempts,
       attempts_before)
    select organization_id, webhook_id, event_id, position, sequence, ordering_key, body_version, attempts, attempts
    from closed`.execute(ctx.db)
  await sql`
    update open_deliveries set due_at = '-infinity'
    where organization_id = ${ctx.organizationId} and webhook_id = ${webhookId} and event_id = ${eventId}
      and claimed_by is null and parked is null and due_at > '-infinity'`.execute(ctx.db)
  await wakeDelivery(ctx)
}

function requireService(webhook: WebhookRow): void {
  if (webhook.service_status) return
  throw new DomainError('conflict', 'webhook_disabled', say('webhook_disabled'))
}
