import { sendLater } from '../db/index.ts'
import type { Context } from './context.ts'
import { type Id, newId } from './ids.ts'

/**
 * The event types of the Harbour guide ("Webhook event type enums"). A webhook without event types gets exactly these.
 */
export const guideEventTypes = ['verification', 'agreement.viewed', 'agreement.signed', 'agreement.completed'] as const

/** All event types. Those outside of the guide reach only webhooks that name them. */
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
 * Records an event, with an open delivery for each webhook that wants it, and returns its id. `data` has ids and states
 * only, because bodies show it. Ordered webhooks keep the order of `agreementId`, else of `submissionId`'s agreement,
 * else of the subject. Throws outside of a transaction, because an event must not exist without its change.
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
