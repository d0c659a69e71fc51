import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import { actingUserField, actingUserOf } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { forOwnRead } from '../permissions.ts'
import type { DeliveryKey } from './delivery-key.ts'
import { redeliverEvent } from './redeliver.ts'

/** That somebody had an event sent again. */
export type Redelivery = {
  id: Id
  webhookId: Id
  webhookEventId: DeliveryKey
  userId: Id | null
  requestedAt: Date
}

const webhookEventId = sql`concat(audit_events.data->>'eventId', '/', audit_events.subject_id)`
const action = 'webhook.event_redelivered'

/** What redeliveries are listed by: the audit trail knows them. */
export const redeliveryList = defineList({
  name: 'redelivery',
  permission: 'webhooks:read',
  fields: {
    id: listField('id', 'audit_events.id'),
    webhookId: listField('id', 'audit_events.subject_id'),
    webhookEventId: listField('id', webhookEventId, {
      match: (keys) => sql`${webhookEventId} = any(${keys}::text[])`,
    }),
    userId: actingUserField(sql.ref('audit_events.actor')),
    sequence: listField('number', 'audit_events.sequence', { isNeverEmpty: true }),
    requestedAt: listField('time', 'audit_events.occurred_at', { isNeverEmpty: true }),
  },
  newest: 'sequence',
  scope: (ctx) => [ctx.organizationId, action],
  rows: (ctx) =>
    ctx.db
      .selectFrom('audit_events')
      .select(['id', 'subject_id', 'data', 'actor', 'occurred_at'])
      .where('organization_id', '=', ctx.organizationId)
      .where('action', '=', action),
  read: (_, rows): Redelivery[] =>
    rows.map((row) => ({
      id: row.id,
      webhookId: row.subject_id,
      webhookEventId: `${row.data.eventId}/${row.subject_id}`,
      userId: actingUserOf(row.actor),
      requestedAt: row.occurred_at,
    })),
})

/** Redeliveries, newest first unless sorted. */
export function listRedeliveries(ctx: Context, request: ListRequest): Promise<Page<Redelivery>> {
  return listRows(ctx, redeliveryList, request)
}

/** Has an event sent to a webhook again; see redeliverEvent, whose errors it throws. */
export async function requestRedelivery(ctx: Context, webhookId: Id, eventId: Id): Promise<Redelivery> {
  return transaction(ctx, async (inner) => {
    await redeliverEvent(inner, webhookId, eventId)
    const filters = [{ field: 'webhookEventId', oneOf: [`${eventId}/${webhookId}`] }]
    const { items } = await listRedeliveries(forOwnRead(inner), { filters, page: { number: 1, size: 1 } })
    const [redelivery] = items
    if (!redelivery) throw new Error('The redelivery left no trace in the audit trail.')
    return redelivery
  })
}
