import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { findWebhookRow, publicId, toWebhook, type Webhook, webhooksOf } from './webhook.ts'

export const webhookList = defineList({
  name: 'webhook',
  permission: 'webhooks:read',
  fields: {
    id: listField('id', 'webhooks.id'),
    organizationId: listField('id', 'webhooks.organization_id', { sortable: true, isNeverEmpty: true }),
    destinationUrl: listField('text', 'webhooks.destination_url', { isNeverEmpty: true }),
    eventTypes: listField('words', 'webhooks.event_types'),
    notificationEmails: listField('words', 'webhooks.notification_emails'),
    serviceStatus: listField('boolean', 'webhooks.service_status', { isNeverEmpty: true }),
    disabledAt: listField('time', 'webhooks.disabled_at'),
    disabledReason: listField('word', 'webhooks.disabled_reason'),
    apiVersion: listField('text', 'webhooks.api_version', { isNeverEmpty: true }),
    ordered: listField('boolean', 'webhooks.ordered', { isNeverEmpty: true }),
    createdBy: listField('id', 'webhooks.created_by', { sortable: true }),
    updatedBy: listField('id', 'webhooks.updated_by', { sortable: true }),
    createdAt: listField('time', 'webhooks.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'webhooks.updated_at', { isNeverEmpty: true }),
  },
  searched: sql<string>`fold_text(concat_ws(chr(10), ${publicId}, destination_url, array_to_string(event_types, chr(10)),
    array_to_string(notification_emails, chr(10))))`,
  rows: (ctx) => webhooksOf(ctx.db, ctx.organizationId).selectAll(),
  read: (_, rows) => rows.map(toWebhook),
})

/** Lists webhooks. A search looks through public id, URL, event types and e-mails. */
export function listWebhooks(ctx: Context, request: ListRequest): Promise<Page<Webhook>> {
  return listRows(ctx, webhookList, request)
}

/** One webhook. Throws `webhook_not_found`. */
export async function getWebhook(ctx: Context, id: Id): Promise<Webhook> {
  requirePermission(ctx, 'webhooks:read')
  return toWebhook(await findWebhookRow(ctx, id))
}
