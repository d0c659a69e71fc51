import { only } from '../../../core/lists/index.ts'
import { listEvents } from '../../../core/webhooks/index.ts'
import { defineListEndpoint } from '../endpoint.ts'
import { object, readPart } from '../members.ts'
import { presentPage } from '../page.ts'
import { eventFilters, readEventFilters } from './event-filters.ts'
import { presentLoggedEvent } from './webhook-event.ts'

export const eventLogEndpoint = defineListEndpoint({
  id: 'listEvents',
  tag: 'Webhook events',
  method: 'GET',
  path: '/event-log',
  since: '2.2',
  summary: 'List events',
  description:
    'Lists all events, newest first, with or without a webhook that subscribes. GET /events follows new events. `state` filters by the state of a delivery at any webhook. `undelivered` filters events that a webhook has not answered with a 2xx, or that no webhook subscribes to.',
  query: object(eventFilters, 'Which events.'),
  reply: { kind: 'page', resource: 'logged_event' },
  async list({ ctx, query, version }) {
    const filters = [
      ...readEventFilters(ctx.now, query),
      ...(query.state ? [only('deliveryState', query.state)] : []),
      ...(query.undelivered ? [only('isUndelivered', true)] : []),
    ]
    const page = await listEvents(ctx, { ...readPart(query), filters })
    return presentPage(page, (event) => presentLoggedEvent(event, version))
  },
})
