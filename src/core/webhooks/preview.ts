import type { ApiVersion } from '../api-versions.ts'
import type { Context } from '../context.ts'
import type { EventType } from '../events.ts'
import { formatId, type Id, newId } from '../ids.ts'
import { only } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import type { RenderBody, RenderedEvent } from './attempt.ts'
import { openConnection } from './connection.ts'
import { type Delivery, listDeliveries } from './deliveries.ts'
import { fixedHeaders } from './headers.ts'
import { hidden, type ShownHeaders } from './sent.ts'
import { invent } from './trigger.ts'
import { findWebhookRow, type WebhookRow } from './webhook.ts'

/** What a webhook would be sent. Its secrets stay hidden, and nothing is signed. */
export type EventPreview = {
  webhookId: Id
  type: EventType
  apiVersion: string
  /** Whether the webhook subscribes to events of the type. */
  isHeard: boolean
  /** Whether no such event reached the webhook yet, so that one was made up. */
  isInvented: boolean
  requestHeaders: ShownHeaders
  requestBody: string
}

/**
 * What a webhook would be sent of an event of a type: the newest that it heard of, or a made-up one, in the version to
 * which it is pinned, or in another.
 * Throws `webhook_not_found`.
 */
export async function previewEvent(
  ctx: Context,
  render: RenderBody,
  { webhookId, type, apiVersion }: { webhookId: Id; type: EventType; apiVersion?: ApiVersion },
): Promise<EventPreview> {
  requirePermission(ctx, 'webhooks:read')
  const webhook = await findWebhookRow(ctx, webhookId)
  const [heard] = await readNewest(ctx, webhookId, type)
  const event = heard ? toEvent(heard) : { id: newId(), type, data: invent(type, ctx.now).data, ...invented(ctx) }
  const version = apiVersion ?? webhook.api_version
  return {
    webhookId,
    type,
    apiVersion: version,
    isHeard: webhook.event_types.includes(type),
    isInvented: !heard,
    requestHeaders: headersOf(ctx, webhook, event, heard?.sequence ?? 1),
    requestBody: render(event, { apiVersion: version }).toString('utf8'),
  }
}

async function readNewest(ctx: Context, webhookId: Id, type: EventType): Promise<Delivery[]> {
  const filters = [only('webhookId', webhookId), only('type', type), only('isTest', false)]
  return (await listDeliveries(ctx, { filters, page: { number: 1, size: 1 } })).items
}

const invented = ({ now }: Context) => ({ occurredAt: now, isTest: false })

function toEvent({ eventId: id, type, data, occurredAt, isTest }: Delivery): RenderedEvent {
  return { id, type, data, occurredAt, isTest }
}

function headersOf(ctx: Context, webhook: WebhookRow, { id, isTest }: RenderedEvent, sequence: number): ShownHeaders {
  const { headers = {}, oauth } = openConnection(ctx.vault, webhook.id, webhook.connection)
  const own = [...Object.keys(headers).map((name) => name.toLowerCase()), ...(oauth ? ['authorization'] : [])]
  return {
    ...Object.fromEntries(own.map((name) => [name, hidden])),
    ...fixedHeaders({ id: formatId('event', id), webhookId: webhook.id, sequence, isTest }),
    'webhook-timestamp': String(Math.floor(ctx.now.getTime() / 1_000)),
    'webhook-signature': `v1,${hidden}`,
  }
}
