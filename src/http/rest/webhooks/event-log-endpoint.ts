import { type Static, Type } from 'typebox'
import { eventTypes } from '../../../core/events.ts'
import { formatId } from '../../../core/ids.ts'
import { only } from '../../../core/lists/index.ts'
import { type LoggedEvent, listEvents } from '../../../core/webhooks/index.ts'
import { defineEndpoint } from '../endpoint.ts'
import { anyObject, eventDatetime, formatEventDatetime, object, readPart, text, word } from '../members.ts'
import { presentPage } from '../page.ts'
import type { Version } from '../versions/index.ts'
import { eventFilters, readEventFilters } from './event-filters.ts'
import { presentEventData } from './render-event.ts'

const count = (description: string) => Type.Integer({ description })

const loggedEvent = object(
  {
    event_id: text('Id of the event; the header webhook-id carries it.', 'evt_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    event_datetime: eventDatetime('Moment of the event.'),
    event_type: word(eventTypes, 'Type of the event.'),
    is_test: Type.Boolean({ description: 'Whether it was sent as a test.' }),
    deliveries: object(
      {
        pending: count('Webhooks that it is on its way to.'),
        delivered: count('Webhooks that answered it with a 2xx.'),
        failed: count('Webhooks for which it was given up.'),
        held: count('Webhooks that were off when it was due.'),
      },
      'How many deliveries are in each state. Deliveries to webhooks that were deleted count too. Each number is 0 when no webhook listened.',
    ),
    data: anyObject('What happened to what, in the version of the request.'),
  },
  'An event, whether or not a webhook heard of it.',
)

export const eventLogResources = { logged_event: loggedEvent }

export const eventLogEndpoint = defineEndpoint({
  id: 'listEvents',
  tag: 'Webhook events',
  method: 'GET',
  path: '/event-log',
  since: '2.2',
  summary: 'List events',
  description:
    'Everything that happened, newest first, also what no webhook heard of; GET /events follows it as it goes on. `state` asks for a delivery that stands so at some webhook; `undelivered` for events that some webhook has not answered with a 2xx, or that none listened to.',
  query: object(eventFilters, 'Which events.'),
  reply: { kind: 'page', resource: 'logged_event' },
  async handle({ ctx, query, version }) {
    const filters = [
      ...readEventFilters(ctx.now, query),
      ...(query.state ? [only('deliveryState', query.state)] : []),
      ...(query.undelivered ? [only('isUndelivered', true)] : []),
    ]
    const page = await listEvents(ctx, { ...readPart(query), filters })
    return presentPage(page, (event) => presentEvent(event, version))
  },
})

function presentEvent(event: LoggedEvent, version: Version): Static<typeof loggedEvent> {
  return {
    event_id: formatId('event', event.id),
    event_datetime: formatEventDatetime(event.occurredAt),
    event_type: event.type,
    is_test: event.isTest,
    deliveries: event.deliveries,
    data: presentEventData(event, version),
  }
}
