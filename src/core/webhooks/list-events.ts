import { type Selectable, sql } from 'kysely'
import type { DeliveryState, Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { EventType } from '../events.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { type EventSubjects, subjectField, subjectsOf } from './subjects.ts'

/** An event of an organization, with or without deliveries. */
export type LoggedEvent = EventSubjects & {
  id: Id
  type: EventType
  data: Record<string, unknown>
  occurredAt: Date
  isTest: boolean
  /** Whether no webhook subscribed, or at least one has not answered with a 2xx. */
  isUndelivered: boolean
  /** The number of webhooks in each state, deleted webhooks included. */
  deliveries: Record<DeliveryState, number>
}

// Joins from the webhooks, because an organization has few and deliveries are indexed by webhook and event.
const heardAs = (condition: ReturnType<typeof sql>) => sql<boolean>`exists (
  select from known_webhooks as webhook join deliveries as delivery
    on delivery.organization_id = webhook.organization_id and delivery.webhook_id = webhook.id
  where webhook.organization_id = event.organization_id and delivery.event_id = event.id and ${condition})`
const isUndelivered = sql<boolean>`(${heardAs(sql`delivery.state <> 'delivered'`)} or not ${heardAs(sql`true`)})`

const columns = [
  'event.id',
  'event.type',
  'event.subject_type',
  'event.subject_id',
  'event.data',
  'event.occurred_at',
  'event.is_test',
] as const

/** The list of all events that are still kept, with or without deliveries. */
export const eventList = defineList({
  name: 'event',
  permission: 'webhooks:read',
  fields: {
    id: listField('id', 'event.id'),
    type: listField('word', 'event.type', { isNeverEmpty: true }),
    isTest: listField('boolean', 'event.is_test', { isNeverEmpty: true }),
    isUndelivered: listField('boolean', isUndelivered, { sortable: false }),
    /** Matches an event with at least one delivery in this state. */
    deliveryState: listField('word', sql`null`, {
      sortable: false,
      match: (states) => heardAs(sql`delivery.state = any(${states}::text[])`),
    }),
    verificationId: subjectField('verification'),
    submissionId: subjectField('submission'),
    signerId: subjectField('signer'),
    occurredAt: listField('time', 'event.occurred_at', { isNeverEmpty: true }),
    /** The order of recording, which does not depend on the clocks of processes. */
    position: listField('number', 'event.position', { isNeverEmpty: true, isUnique: true }),
  },
  newest: 'position',
  rows: (ctx) => eventsOf(ctx).select(columns),
  read: withDeliveries,
})

export function listEvents(ctx: Context, request: ListRequest): Promise<Page<LoggedEvent>> {
  return listRows(ctx, eventList, request)
}

/** An existing event with the states of its deliveries. */
export async function readLoggedEvent(ctx: Context, id: Id): Promise<LoggedEvent> {
  const row = await eventsOf(ctx).select(columns).where('event.id', '=', id).executeTakeFirstOrThrow()
  const [event] = await withDeliveries(ctx, [row])
  if (!event) throw new Error('An existing event was not read.')
  return event
}

function eventsOf(ctx: Context) {
  return ctx.db.selectFrom('events as event').where('event.organization_id', '=', ctx.organizationId)
}

type Row = Pick<
  Selectable<Tables['events']>,
  'id' | 'type' | 'subject_type' | 'subject_id' | 'data' | 'occurred_at' | 'is_test'
>

// Adds the states of deliveries to rows of events.
async function withDeliveries(ctx: Context, rows: readonly Row[]): Promise<LoggedEvent[]> {
  const states = await countStates(
    ctx,
    rows.map((row) => row.id),
  )
  const none = { pending: 0, delivered: 0, failed: 0, held: 0 }
  return rows.map((row) => ({
    id: row.id,
    type: row.type as EventType,
    ...subjectsOf(row),
    data: row.data,
    occurredAt: row.occurred_at,
    isTest: row.is_test,
    isUndelivered: Object.keys(states.get(row.id) ?? {}).join() !== 'delivered',
    deliveries: { ...none, ...states.get(row.id) },
  }))
}

async function countStates(ctx: Context, eventIds: Id[]): Promise<Map<Id, Partial<Record<DeliveryState, number>>>> {
  const rows = await ctx.db
    .selectFrom('known_webhooks as webhook')
    .innerJoin('deliveries as delivery', (join) =>
      join
        .onRef('delivery.organization_id', '=', 'webhook.organization_id')
        .onRef('delivery.webhook_id', '=', 'webhook.id'),
    )
    .select((select) => ['delivery.event_id', 'delivery.state', select.fn.countAll<number>().as('count')])
    .where('webhook.organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`delivery.event_id = any(${eventIds}::uuid[])`)
    .groupBy(['delivery.event_id', 'delivery.state'])
    .execute()
  const found = new Map<Id, Partial<Record<DeliveryState, number>>>()
  for (const { event_id, state, count } of rows) found.set(event_id, { ...found.get(event_id), [state]: count })
  return found
}
