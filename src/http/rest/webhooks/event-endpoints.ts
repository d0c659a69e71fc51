import { type Static, Type } from 'typebox'
import { eventTypes } from '../../../core/events.ts'
import { formatId } from '../../../core/ids.ts'
import { type ListFilter, only } from '../../../core/lists/index.ts'
import {
  getDelivery,
  getWebhook,
  listAttempts,
  listDeliveries,
  redeliverEvent,
  sendTestEvent,
} from '../../../core/webhooks/index.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { eventDatetime, formatEventDatetime, object, pageQuery, readPart, text, word } from '../members.ts'
import { presentPage } from '../page.ts'
import { eventFilters, readEventFilters } from './event-filters.ts'
import { presentAttempt, presentNumberedEvent, presentWebhookEvent } from './webhook-event.ts'

const tag = 'Webhook events'
const params = {
  webhook_id: 'wb_b6924c66ae114fada7d351388b06c6a4',
  event_id: 'evt_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
}
const path = '/webhooks/{webhook_id}/events'

const listQuery = object(
  {
    ...eventFilters,
    after: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        description:
          'Only deliveries with a greater sequence number, in the order of the numbers. Each delivery then has its number. 0 begins at the first.',
      }),
    ),
  },
  'Which events.',
)

function readDeliveryFilters(now: Date, { after, ...query }: Static<typeof listQuery>): ListFilter[] {
  return [
    ...readEventFilters(now, query),
    ...(query.state ? [only('state', query.state)] : []),
    ...(query.undelivered ? [only('state', 'pending', 'failed', 'held')] : []),
    ...(after === undefined ? [] : [{ field: 'sequence', from: after + 1 }]),
  ]
}

const testBody = object(
  { event_type: Type.Optional(word(eventTypes, 'Type of the test event.')) },
  'The type of the event to send.',
)

export const webhookEventEndpoints = [
  defineEndpoint({
    id: 'listWebhookEvents',
    tag,
    method: 'GET',
    path,
    aliases: ['/webhook/{webhook_id}/events'],
    since: '2.1',
    summary: 'List webhook events',
    description:
      'Lists events newest first, or by sequence number with `after`. Events stay listed when their delivery failed. The numbers of a webhook have no gaps, so the events after your last number are exactly the events that you miss.',
    params: { webhook_id: params.webhook_id },
    query: listQuery,
    reply: {
      kind: 'page',
      resource: 'webhook_event',
      beside: {
        webhook_id: text('Id of the webhook.'),
        event_datetime: eventDatetime(
          'The moment of the newest event on the page. On an empty page, the moment of the last change of the webhook.',
        ),
      },
    },
    errors: [4102],
    async handle({ ctx, params, query, version }) {
      const webhook = await getWebhook(ctx, readId('webhook', params.webhook_id))
      const page = await listDeliveries(ctx, {
        ...readPart(query),
        filters: [only('webhookId', webhook.id), ...readDeliveryFilters(ctx.now, query)],
        ...(query.after === undefined ? {} : { sorts: [{ field: 'sequence', direction: 'asc' }] }),
      })
      const present = query.after === undefined ? presentWebhookEvent : presentNumberedEvent
      const latest = page.items[0]?.occurredAt ?? webhook.updatedAt
      return {
        webhook_id: formatId('webhook', webhook.id),
        event_datetime: formatEventDatetime(latest),
        ...presentPage(page, (event) => present(event, version)),
      }
    },
  }),
  defineEndpoint({
    id: 'getWebhookEvent',
    tag,
    method: 'GET',
    path: `${path}/{event_id}`,
    aliases: ['/webhook/{webhook_id}/events/{event_id}'],
    since: '2.1',
    summary: 'Get a webhook event',
    params,
    reply: { kind: 'one', resource: 'webhook_event' },
    errors: [4102, 4103],
    async handle({ ctx, params, version }) {
      const [webhookId, eventId] = [readId('webhook', params.webhook_id), readId('event', params.event_id)]
      return presentWebhookEvent(await getDelivery(ctx, webhookId, eventId), version)
    },
  }),
  defineEndpoint({
    id: 'redeliverWebhookEvent',
    tag,
    method: 'POST',
    path: `${path}/{event_id}/redeliver`,
    since: '2.2',
    summary: 'Deliver an event again',
    description: 'At once, with the same id and the same bytes.',
    params,
    status: 202,
    reply: { kind: 'one', resource: 'webhook_event' },
    errors: [4102, 4103, 5001],
    async handle({ ctx, params, version }) {
      const [webhookId, eventId] = [readId('webhook', params.webhook_id), readId('event', params.event_id)]
      return presentWebhookEvent((await redeliverEvent(ctx, webhookId, eventId)).delivery, version)
    },
  }),
  defineEndpoint({
    id: 'sendTestWebhookEvent',
    tag,
    method: 'POST',
    path: '/webhooks/{webhook_id}/test',
    since: '2.2',
    summary: 'Send a test event',
    description: 'A made-up event to this webhook alone, marked as a test.',
    params: { webhook_id: params.webhook_id },
    body: testBody,
    bodyOptional: true,
    status: 202,
    reply: { kind: 'one', resource: 'webhook_event' },
    errors: [4102, 5001],
    handle: async ({ ctx, params, body, version }) =>
      presentWebhookEvent(await sendTestEvent(ctx, readId('webhook', params.webhook_id), body.event_type), version),
  }),
  defineEndpoint({
    id: 'listWebhookAttempts',
    tag,
    method: 'GET',
    path: `${path}/{event_id}/attempts`,
    since: '2.2',
    summary: 'List the attempts of a delivery',
    description: 'Every HTTP request that was made for the event, the oldest first.',
    params,
    query: object(pageQuery, 'Which attempts.'),
    reply: { kind: 'page', resource: 'webhook_attempt' },
    errors: [4102, 4103],
    async handle({ ctx, params, query }) {
      const [webhookId, eventId] = [readId('webhook', params.webhook_id), readId('event', params.event_id)]
      const delivery = await getDelivery(ctx, webhookId, eventId)
      const page = await listAttempts(ctx, {
        ...readPart(query),
        filters: [only('deliveryId', delivery.id)],
        sorts: [{ field: 'number', direction: 'asc' }],
      })
      return presentPage(page, presentAttempt)
    },
  }),
]
