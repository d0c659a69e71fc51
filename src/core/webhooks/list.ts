import { type Expression, type SqlBool, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { findWebhookRow, publicId, toWebhook, type Webhook, webhooksOf } from './webhook.ts'

/** What webhooks can be ordered by. Dialects check their words against it. */
export const webhookOrderFields = [
  'created_at',
  'updated_at',
  'destination_url',
  'service_status',
  'organization_id',
  'created_by',
  'updated_by',
  'id',
] as const
export type WebhookOrder = { field: (typeof webhookOrderFields)[number]; direction: 'asc' | 'desc' }

export type ListWebhooks = {
  page: PageRequest
  /** Case-insensitive contains over public id, URL, event types and e-mails; % _ \ mean themselves. */
  search?: string
  /** Newest first, unless said. */
  orderBy?: WebhookOrder[]
}

/** One page of the organization's webhooks. */
export async function listWebhooks(ctx: Context, request: ListWebhooks): Promise<Page<Webhook>> {
  requirePermission(ctx, 'webhooks:read')
  const matching = webhooksOf(ctx.db, ctx.organizationId).$if(Boolean(request.search), (query) =>
    query.where(containing(request.search ?? '')),
  )
  let query = matching.selectAll().limit(request.page.size).offset(offsetOf(request.page))
  for (const { field, direction } of request.orderBy ?? [{ field: 'created_at', direction: 'desc' }]) {
    query = query.orderBy(field, direction)
  }
  const rows = await query.orderBy('id', 'desc').execute()
  const { total } = await matching
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { items: rows.map(toWebhook), total, ...request.page }
}

/** One webhook. Throws `webhook_not_found`. */
export async function getWebhook(ctx: Context, id: Id): Promise<Webhook> {
  requirePermission(ctx, 'webhooks:read')
  return toWebhook(await findWebhookRow(ctx, id))
}

function containing(search: string): Expression<SqlBool> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`concat_ws(chr(10), ${publicId}, destination_url, array_to_string(event_types, chr(10)),
    array_to_string(notification_emails, chr(10))) ilike ${pattern}`
}
