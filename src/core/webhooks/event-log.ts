import { type Selectable, sql } from 'kysely'
import type { DeliveryState, Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { EventType } from '../events.ts'
import type { Id } from '../ids.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import type { EventFilters } from './deliveries.ts'

/** An event of an organization, whether or not a webhook heard of it. */
export type LoggedEvent = {
  id: Id
  type: EventType
  verificationId: Id | null
  submissionId: Id | null
  signerId: Id | null
  data: Record<string, unknown>
  occurredAt: Date
  isTest: boolean
  /** Whether some webhook has not answered it with a 2xx, or none listened. */
  isUndelivered: boolean
  /** At how many webhooks it stands how, those that were deleted since included; all 0 when none listened. */
  deliveries: Record<DeliveryState, number>
}

export type ListEvents = {
  page: PageRequest
  /** `states`: at some webhook. `undelivered`: some webhook has not answered it with a 2xx, or none listened. */
  filters?: EventFilters
}

/** One page of everything that happened, newest first, as long as events are kept. */
export async function listEvents(ctx: Context, { page, filters = {} }: ListEvents): Promise<Page<LoggedEvent>> {
  requirePermission(ctx, 'webhooks:read')
  const matching = eventsThat(ctx, filters)
  const rows = await matching
    .select(eventColumns)
    .orderBy('event.id', 'desc')
    .limit(page.size)
    .offset(offsetOf(page))
    .execute()
  const { total } = await matching
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { items: await withDeliveries(ctx, rows), total, ...page }
}

/** What is read of a logged event. */
export const eventColumns = [
  'event.id',
  'event.type',
  'event.subject_type',
  'event.subject_id',
  'event.data',
  'event.occurred_at',
  'event.is_test',
] as const

type Row = Pick<
  Selectable<Tables['events']>,
  'id' | 'type' | 'subject_type' | 'subject_id' | 'data' | 'occurred_at' | 'is_test'
>

/** The records behind rows, with how far each is at the webhooks. */
export async function withDeliveries(ctx: Context, rows: readonly Row[]): Promise<LoggedEvent[]> {
  const ids = rows.map((row) => row.id)
  const states = await countStates(ctx, ids)
  const none = { pending: 0, delivered: 0, failed: 0, held: 0 }
  return rows.map((row) => ({
    id: row.id,
    type: row.type as EventType,
    verificationId: row.subject_type === 'verification' ? row.subject_id : null,
    submissionId: row.subject_type === 'submission' ? row.subject_id : null,
    signerId: row.subject_type === 'signer' ? row.subject_id : null,
    data: row.data,
    occurredAt: row.occurred_at,
    isTest: row.is_test,
    isUndelivered: Object.keys(states.get(row.id) ?? {}).join() !== 'delivered',
    deliveries: { ...none, ...states.get(row.id) },
  }))
}

/** The events of an organization: every read starts here. */
export function eventsOf(ctx: Context) {
  return ctx.db.selectFrom('events as event').where('event.organization_id', '=', ctx.organizationId)
}

/** Whether some webhook has not answered an event with a 2xx, or none listened. */
export const isUndelivered = sql<boolean>`(${heardAs(sql`delivery.state <> 'delivered'`)} or not ${heardAs(sql`true`)})`

function eventsThat(ctx: Context, filters: EventFilters) {
  const { types, states, undelivered, occurredFrom, occurredBefore } = filters
  let query = eventsOf(ctx)
  if (types) query = query.where('event.type', 'in', [...types])
  if (occurredFrom) query = query.where('event.occurred_at', '>=', occurredFrom)
  if (occurredBefore) query = query.where('event.occurred_at', '<', occurredBefore)
  if (states) query = query.where(heardAs(sql`delivery.state = any(${[...states]}::text[])`))
  if (undelivered) query = query.where(isUndelivered)
  return query
}

// By way of the webhooks, of which there are few, and were few: deliveries are indexed by webhook and event.
function heardAs(condition: ReturnType<typeof sql>) {
  return sql<boolean>`exists (
    select from known_webhooks as webhook join deliveries as delivery
      on delivery.organization_id = webhook.organization_id and delivery.webhook_id = webhook.id
    where webhook.organization_id = event.organization_id and delivery.event_id = event.id and ${condition})`
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
