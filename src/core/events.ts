import { sql } from 'kysely'
import type { Context } from './context.ts'
import { type Id, newId } from './ids.ts'

/** What happened, as organizations hear of it (Harbour guide, "Webhook event type enums"). */
export const eventTypes = ['verification', 'agreement.viewed', 'agreement.signed', 'agreement.completed'] as const
export type EventType = (typeof eventTypes)[number]

export type EventSubject = { type: 'verification' | 'submission' | 'signer'; id: Id }

/**
 * Records that something happened, with one delivery for each webhook that subscribes, in the transaction of the change.
 * `data` holds ids and states only, never personal data: it is what the body is rendered from. Returns the event's id.
 * Throws outside a transaction, because an event without its change (or the reverse) must not exist.
 */
export async function recordEvent(
  ctx: Context,
  type: EventType,
  subject: EventSubject,
  data: Record<string, unknown>,
): Promise<Id> {
  if (!ctx.db.isTransaction)
    throw new Error(`recordEvent('${type}') outside a transaction: wrap the change in transaction().`)
  const id = newId()
  await ctx.db
    .insertInto('events')
    .values({
      organization_id: ctx.organizationId,
      id,
      type,
      subject_type: subject.type,
      subject_id: subject.id,
      data: JSON.stringify(data),
      occurred_at: ctx.now,
    })
    .execute()
  await createDeliveries(ctx, id, type)
  return id
}

async function createDeliveries(ctx: Context, eventId: Id, type: EventType): Promise<void> {
  await sql`
    with subscribed as (
      update webhooks set last_sequence = last_sequence + 1
      where organization_id = ${ctx.organizationId} and service_status and ${type} = any(event_types)
      returning id, last_sequence)
    insert into deliveries (organization_id, id, event_id, webhook_id, sequence, next_attempt_at, created_at)
    select ${ctx.organizationId}, gen_random_uuid(), ${eventId}, id, last_sequence, ${ctx.now}, ${ctx.now} from subscribed`.execute(
    ctx.db,
  )
  await sql`select pg_notify('sealane_deliveries', '')`.execute(ctx.db)
}
