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

/** The request that a webhook would get. Its secrets are hidden, and it is not signed. */
export type EventPreview = {
  webhookId: Id
  type: EventType
  apiVersion: string
  /** Whether the webhook subscribes to events of the type. */
  isHeard: boolean
  /** Whether the event is invented, because the webhook has had no event of this type. */
  isInvented: boolean
  requestHeaders: ShownHeaders
  requestBody: string
}

/**
 * The request that a webhook would get for an event of a type: its newest event of the type, or an invented one. The
 * body has the given version, or the version of the webhook.
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
