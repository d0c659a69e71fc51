import type { DeliveryState, Handle } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { EventType } from '../events.ts'
import type { Id } from '../ids.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { findWebhookRow } from './webhook.ts'

/** An event as one webhook heard (or will hear) of it. */
export type WebhookEvent = {
  eventId: Id
  webhookId: Id
  type: EventType
  subject: { type: string; id: Id }
  data: Record<string, unknown>
  occurredAt: Date
  isTest: boolean
  /** Gap-free per webhook, from 1; null for the moment before the engine has seen the event. */
  sequence: number | null
  state: DeliveryState
  attempts: number
  /** When it is tried again, while it is pending and has failed before. */
  nextAttemptAt: Date | null
  finishedAt: Date | null
}

export type EventFilters = {
  types?: readonly string[]
  states?: readonly DeliveryState[]
  /** True: everything that no 2xx has answered. */
  undelivered?: boolean
  occurredFrom?: Date
  occurredBefore?: Date
}

export type ListWebhookEvents = {
  page: PageRequest
  filters?: EventFilters
  /** A cursor: only deliveries with a greater sequence number, in its order. Numbers have no gaps. */
  after?: number
}

/** One page of a webhook's events, newest first, or by sequence when `after` is given. Throws `webhook_not_found`. */
export async function listWebhookEvents(
  ctx: Context,
  webhookId: Id,
  request: ListWebhookEvents,
): Promise<Page<WebhookEvent>> {
  requirePermission(ctx, 'webhooks:read')
  await findWebhookRow(ctx, webhookId)
  const matching = filtered(ctx, webhookId, request)
  const ordered =
    request.after === undefined
      ? matching.orderBy('delivery.event_id', 'desc')
      : matching.orderBy('delivery.sequence', 'asc')
  const rows = await ordered.select(columns).limit(request.page.size).offset(offsetOf(request.page)).execute()
  const { total } = await matching
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { items: rows.map(toWebhookEvent), total, ...request.page }
}

/** One event of a webhook. Throws `webhook_not_found`, `event_not_found`. */
export async function getWebhookEvent(ctx: Context, webhookId: Id, eventId: Id): Promise<WebhookEvent> {
  requirePermission(ctx, 'webhooks:read')
  await findWebhookRow(ctx, webhookId)
  const row = await deliveriesOf(ctx.db, ctx.organizationId, webhookId)
    .select(columns)
    .where('delivery.event_id', '=', eventId)
    .executeTakeFirst()
  if (!row) throw notFound('event')
  return toWebhookEvent(row)
}

function deliveriesOf(db: Handle, organizationId: Id, webhookId: Id) {
  return allDeliveriesOf(db, organizationId).where('delivery.webhook_id', '=', webhookId)
}

/** The deliveries of an organization with their events: every read starts here. */
export function allDeliveriesOf(db: Handle, organizationId: Id) {
  return db
    .selectFrom('deliveries as delivery')
    .innerJoin('events as event', (join) =>
      join.onRef('event.organization_id', '=', 'delivery.organization_id').onRef('event.id', '=', 'delivery.event_id'),
    )
    .where('delivery.organization_id', '=', organizationId)
}

function filtered(ctx: Context, webhookId: Id, { filters = {}, after }: ListWebhookEvents) {
  const { types, states, occurredFrom, occurredBefore } = filters
  let query = deliveriesOf(ctx.db, ctx.organizationId, webhookId)
  if (types) query = query.where('event.type', 'in', [...types])
  if (states) query = query.where('delivery.state', 'in', [...states])
  if (filters.undelivered) query = query.where('delivery.state', '!=', 'delivered')
  if (occurredFrom) query = query.where('event.occurred_at', '>=', occurredFrom)
  if (occurredBefore) query = query.where('event.occurred_at', '<', occurredBefore)
  if (after !== undefined) query = query.where('delivery.sequence', '>', after)
  return query
}

/** What a webhook event is made of. */
export const columns = [
  'delivery.webhook_id',
  'delivery.event_id',
  'delivery.sequence',
  'delivery.state',
  'delivery.attempts',
  'delivery.next_attempt_at',
  'delivery.finished_at',
  'event.type',
  'event.subject_type',
  'event.subject_id',
  'event.data',
  'event.occurred_at',
  'event.is_test',
] as const

type Row = Awaited<ReturnType<ReturnType<typeof selectColumns>['executeTakeFirstOrThrow']>>
const selectColumns = (db: Handle) => deliveriesOf(db, '', '').select(columns)

/** The core record of a row. */
export function toWebhookEvent(row: Row): WebhookEvent {
  return {
    eventId: row.event_id,
    webhookId: row.webhook_id,
    type: row.type as EventType,
    subject: { type: row.subject_type, id: row.subject_id },
    data: row.data,
    occurredAt: row.occurred_at,
    isTest: row.is_test,
    sequence: row.sequence,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    finishedAt: row.finished_at,
  }
}
