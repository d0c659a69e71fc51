import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { deliveryIdOf } from '../delivery-ids.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { newWebhookAction, toWebhookAction, type WebhookAction, webhookActionFields } from './actions.ts'
import { deliveryField } from './delivery-key.ts'

/** A redelivery of an event that somebody requested. */
export type Redelivery = WebhookAction & { deliveryId: Id; requestedAt: Date }

export const redeliveryList = defineList({
  name: 'redelivery',
  permission: 'webhooks:read',
  fields: {
    ...webhookActionFields('redeliveries'),
    deliveryId: deliveryField('redeliveries'),
    requestedAt: listField('time', 'redeliveries.requested_at', { isNeverEmpty: true }),
  },
  newest: 'requestedAt',
  rows: (ctx) => ctx.db.selectFrom('redeliveries').selectAll().where('organization_id', '=', ctx.organizationId),
  read: (_, rows) => rows.map(toRedelivery),
})

export function listRedeliveries(ctx: Context, request: ListRequest): Promise<Page<Redelivery>> {
  return listRows(ctx, redeliveryList, request)
}

/** Records a redelivery, and writes its row in the trail. Runs in the caller's transaction. */
export async function recordRedelivery(ctx: Context, webhookId: Id, eventId: Id): Promise<Redelivery> {
  const row = await ctx.db
    .insertInto('redeliveries')
    .values({ ...newWebhookAction(ctx, webhookId), event_id: eventId, requested_at: ctx.now })
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { type: 'webhook', id: webhookId } as const
  await recordAudit(ctx, { action: 'webhook.event_redelivered', subject, data: { eventId } })
  return toRedelivery(row)
}

function toRedelivery(row: Selectable<Tables['redeliveries']>): Redelivery {
  return {
    ...toWebhookAction(row),
    deliveryId: deliveryIdOf(row.event_id, row.webhook_id),
    requestedAt: row.requested_at,
  }
}
