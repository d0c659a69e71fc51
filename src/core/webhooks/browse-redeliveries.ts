import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import { actingUserField, actingUserOf } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import type { DeliveryKey } from './browse.ts'
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

/** What redeliveries can be listed by. */
export const redeliveryFields: ListFields = {
  id: listField('id', 'audit_events.id'),
  webhookId: listField('id', 'audit_events.subject_id'),
  webhookEventId: {
    ...listField('id', webhookEventId),
    match: (keys) => sql`${webhookEventId} = any(${keys}::text[])`,
  },
  userId: actingUserField(sql.ref('audit_events.actor')),
  sequence: listField('number', 'audit_events.sequence'),
  requestedAt: listField('time', 'audit_events.occurred_at'),
}

/** Has an event sent to a webhook again; see redeliverEvent, whose errors it throws. */
export async function requestRedelivery(ctx: Context, webhookId: Id, eventId: Id): Promise<Redelivery> {
  return transaction(ctx, async (inner) => {
    await redeliverEvent(inner, webhookId, eventId)
    const filters = [{ field: 'webhookEventId', oneOf: [`${eventId}/${webhookId}`] }]
    const { items } = await browseRedeliveries(forOwnRead(inner), { filters, page: { number: 1, size: 1 } })
    const [redelivery] = items
    if (!redelivery) throw new Error('The redelivery left no trace in the audit trail.')
    return redelivery
  })
}

/** Redeliveries, newest first unless sorted: the audit trail knows them. */
export async function browseRedeliveries(ctx: Context, request: ListRequest): Promise<Page<Redelivery>> {
  requirePermission(ctx, 'webhooks:read')
  const query = () =>
    ctx.db
      .selectFrom('audit_events')
      .select(['id', 'subject_id', 'data', 'actor', 'occurred_at'])
      .where('organization_id', '=', ctx.organizationId)
      .where('action', '=', action)
  const page = await listRows(
    ctx,
    { fields: redeliveryFields, query, scope: [ctx.organizationId, action], newest: 'sequence' },
    request,
  )
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      webhookId: row.subject_id,
      webhookEventId: `${row.data.eventId}/${row.subject_id}`,
      userId: actingUserOf(row.actor),
      requestedAt: row.occurred_at,
    })),
  }
}
