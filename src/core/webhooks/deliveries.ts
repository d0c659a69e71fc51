import { sql } from 'kysely'
import type { DeliveryState, Handle } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { deliveryIdOf } from '../delivery-ids.ts'
import { notFound } from '../errors.ts'
import type { EventType } from '../events.ts'
import type { Id } from '../ids.ts'
import { defineList, findByPairs, type ListRequest, listField, listRows, type Page, saysPair } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { deliveryField } from './delivery-key.ts'
import { type EventSubjects, subjectField, subjectsOf } from './subjects.ts'
import { findWebhookRow } from './webhook.ts'

/** An event on its way to one webhook. */
export type Delivery = EventSubjects & {
  id: Id
  eventId: Id
  webhookId: Id
  type: EventType
  subject: { type: string; id: Id }
  data: Record<string, unknown>
  occurredAt: Date
  isTest: boolean
  /** Counts the deliveries of the webhook without gaps, from 1. Null until the engine has seen the event. */
  sequence: number | null
  state: DeliveryState
  attempts: number
  /** The time of the next attempt, while the delivery is pending after a failure. */
  nextAttemptAt: Date | null
  finishedAt: Date | null
}

export const deliveryList = defineList({
  name: 'webhook_event',
  permission: 'webhooks:read',
  fields: {
    id: deliveryField('delivery'),
    webhookId: listField('id', 'delivery.webhook_id'),
    eventId: listField('id', 'delivery.event_id'),
    type: listField('word', 'event.type', { isNeverEmpty: true }),
    state: listField('word', 'delivery.state', { isNeverEmpty: true }),
    attempts: listField('number', 'delivery.attempts', { isNeverEmpty: true }),
    sequence: listField('number', 'delivery.sequence'),
    isTest: listField('boolean', 'event.is_test', { isNeverEmpty: true }),
    verificationId: subjectField('verification'),
    submissionId: subjectField('submission'),
    signerId: subjectField('signer'),
    occurredAt: listField('time', 'event.occurred_at', { isNeverEmpty: true }),
    nextAttemptAt: listField('time', 'delivery.next_attempt_at'),
    finishedAt: listField('time', 'delivery.finished_at'),
  },
  newest: 'id',
  rows: (ctx) => allDeliveriesOf(ctx.db, ctx.organizationId).select(columns),
  findByMetadata: findByPairs(saysPair(sql`(event.data->'metadata')`)),
  read: (_, rows) => rows.map(toDelivery),
})

export function listDeliveries(ctx: Context, request: ListRequest): Promise<Page<Delivery>> {
  return listRows(ctx, deliveryList, request)
}

/** The delivery of an event to a webhook. Throws `webhook_not_found`, `event_not_found`. */
export async function getDelivery(ctx: Context, webhookId: Id, eventId: Id): Promise<Delivery> {
  requirePermission(ctx, 'webhooks:read')
  await findWebhookRow(ctx, webhookId)
  const row = await allDeliveriesOf(ctx.db, ctx.organizationId)
    .select(columns)
    .where('delivery.webhook_id', '=', webhookId)
    .where('delivery.event_id', '=', eventId)
    .executeTakeFirst()
  if (!row) throw notFound('event')
  return toDelivery(row)
}

// Selects the deliveries of an organization with their events. Every read starts here.
function allDeliveriesOf(db: Handle, organizationId: Id) {
  return db
    .selectFrom('deliveries as delivery')
    .innerJoin('events as event', (join) =>
      join.onRef('event.organization_id', '=', 'delivery.organization_id').onRef('event.id', '=', 'delivery.event_id'),
    )
    .where('delivery.organization_id', '=', organizationId)
}

const columns = [
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
const selectColumns = (db: Handle) => allDeliveriesOf(db, '').select(columns)

function toDelivery(row: Row): Delivery {
  return {
    id: deliveryIdOf(row.event_id, row.webhook_id),
    eventId: row.event_id,
    webhookId: row.webhook_id,
    type: row.type as EventType,
    subject: { type: row.subject_type, id: row.subject_id },
    ...subjectsOf(row),
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
