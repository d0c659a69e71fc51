import { sql } from 'kysely'
import type { Context } from './context.ts'
import { type Id, newId } from './ids.ts'

/** What happened, as organizations hear of it (Harbour guide, "Webhook event type enums"). */
export const eventTypes = ['verification', 'agreement.viewed', 'agreement.signed', 'agreement.completed'] as const
export type EventType = (typeof eventTypes)[number]

export type EventSubject = { type: 'verification' | 'submission' | 'signer' | 'webhook'; id: Id }

/** NOTIFY channel that wakes the delivery engine. */
export const deliveryChannel = 'sealane_deliveries'

/**
 * Records that something happened, with one open delivery for each webhook that subscribes, in the transaction of the
 * change. `data` holds ids and states only, never personal data: it is what the body is rendered from. Its
 * `agreementId`, else the agreement of its `submissionId`, else the subject, is what ordered webhooks keep in order.
 * Returns the event's id.
 * Throws outside a transaction, because an event without its change (or the reverse) must not exist.
 */
export async function recordEvent(
  ctx: Context,
  type: EventType,
  subject: EventSubject,
  data: Record<string, unknown>,
  { isTest = false } = {},
): Promise<Id> {
  if (!ctx.db.isTransaction)
    throw new Error(`recordEvent('${type}') outside a transaction: wrap the change in transaction().`)
  const id = newId()
  const submissionId = typeof data.submissionId === 'string' ? data.submissionId : null
  const key = typeof data.agreementId === 'string' ? data.agreementId : subject.id
  // The webhooks' own rows are only read: nothing here makes two events of an organization wait for each other.
  // An engine that sleeps holds lock (7325265, 2) alone, so the try fails and it is notified; while an engine is awake
  // the try succeeds and is held to the commit, which keeps that engine from falling asleep before it saw this event.
  await sql`
    with event as (
      insert into events (organization_id, id, type, subject_type, subject_id, data, occurred_at, is_test)
      values (${ctx.organizationId}, ${id}, ${type}, ${subject.type}, ${subject.id}, ${JSON.stringify(data)}, ${ctx.now},
        ${isTest})
    ), opened as (
      insert into open_deliveries (organization_id, webhook_id, event_id, ordering_key)
      select organization_id, id, ${id}, case when ordered then coalesce(
        (select agreement_id from submissions
         where submissions.organization_id = webhooks.organization_id and submissions.id = ${submissionId}::uuid), ${key}::uuid) end
      from webhooks where organization_id = ${ctx.organizationId} and ${type} = any(event_types)
      returning 1
    )
    select pg_notify(${deliveryChannel}, '') from (select 1 from opened limit 1) as any_opened
    where not pg_try_advisory_xact_lock_shared(7325265, 2)`.execute(ctx.db)
  return id
}
