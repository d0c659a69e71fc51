import { sendLater } from '../db/index.ts'
import type { Context } from './context.ts'
import { type Id, newId } from './ids.ts'

/** The events of the Harbour guide ("Webhook event type enums"): what who names no types hears of, for ever. */
export const guideEventTypes = ['verification', 'agreement.viewed', 'agreement.signed', 'agreement.completed'] as const

/** All that happens, as organizations hear of it. What the guide does not have is heard only by who names it. */
export const eventTypes = [
  ...guideEventTypes,
  'agreement.declined',
  'agreement.voided',
  'agreement.expired',
  'webhook.failing',
  'webhook.disabled',
] as const
export type EventType = (typeof eventTypes)[number]

const recordStatement = 'select record_event($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)'

export type EventSubject = { type: 'verification' | 'submission' | 'signer' | 'webhook'; id: Id }

/** NOTIFY channel that wakes the delivery engine. */
export const deliveryChannel = 'sealane_deliveries'

/**
 * Records that something happened, with one open delivery for each webhook that subscribes, in the transaction of the
 * change. `data` holds ids and states only, never personal data: it is what the body is rendered from. Its
 * `agreementId`, else the agreement of its `submissionId`, else the subject, is what ordered webhooks keep in order.
 * A webhook hears only what its filters let through, and never of itself. Returns the event's id.
 * Throws outside a transaction, because an event without its change (or the reverse) must not exist.
 */
export async function recordEvent(
  ctx: Pick<Context, 'db' | 'organizationId' | 'now'>,
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
  const about = [subject.type, subject.id, JSON.stringify(data)]
  const values = [ctx.organizationId, id, type, ...about, ctx.now, isTest, submissionId, key]
  await sendLater(ctx.db, { text: recordStatement, values })
  return id
}
