import { type Static, Type } from 'typebox'
import { eventTypes } from '../../../core/events.ts'
import { anyObject, eventDatetime, object, text, textOrNull, time, timeOrNull, word } from '../members.ts'

const event = object(
  {
    event_id: text('Id of the event; the header webhook-id carries it.', 'evt_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    webhook_id: text('Id of the webhook.', 'wb_b6924c66ae114fada7d351388b06c6a4'),
    event_datetime: eventDatetime('Moment of the event.'),
    event_type: word(eventTypes, 'Type of the event.'),
    is_test: Type.Boolean({ description: 'Whether it was sent as a test.' }),
    state: word(['pending', 'delivered', 'failed', 'held'] as const, 'How the delivery stands.'),
    attempts: Type.Integer({ description: 'HTTP requests made so far.' }),
    next_attempt_at: timeOrNull('When it is tried again.'),
    finished_at: timeOrNull('When it was delivered, or given up.'),
    data: anyObject('What the body of the delivery says of it, in the version of the webhook.'),
    sequence: Type.Optional(
      Type.Union([Type.Integer(), Type.Null()], {
        description: 'Number of the delivery, as the header webhook-sequence has it; in replies to `after` only.',
      }),
    ),
  },
  'An event, as one webhook hears of it.',
)

const attempt = object(
  {
    event_id: event.properties.event_id,
    webhook_id: event.properties.webhook_id,
    number: Type.Integer({ description: 'Counts from 1, through redeliveries.' }),
    outcome: text('delivered, or the word for what went wrong.', 'http_status'),
    http_status: Type.Union([Type.Integer(), Type.Null()], { description: 'Status of the answer.' }),
    error: textOrNull('What went wrong, for people.'),
    response_excerpt: textOrNull('What the receiver answered, cut.'),
    started_at: time('When the request began.'),
    duration_ms: Type.Integer({ description: 'How long it took, in milliseconds.' }),
  },
  'One HTTP request of a delivery.',
)

const followed = object(
  {
    event_id: event.properties.event_id,
    event_type: event.properties.event_type,
    event_datetime: event.properties.event_datetime,
    is_test: event.properties.is_test,
    body: text('The body of its deliveries, byte for byte.', '{"id":"evt_…","type":"agreement.completed"}'),
  },
  'An event, as a webhook would get it.',
)

const batch = object(
  {
    events: Type.Array(followed, { description: 'What happened, oldest first; empty when nothing did.' }),
    next: text('Hand it back as `after` to go on from here. It means nothing else.'),
  },
  'Some events, and where to go on.',
)

export type WebhookEventWire = Static<typeof event>
export type AttemptWire = Static<typeof attempt>

export const webhookEventResources = { webhook_event: event, webhook_attempt: attempt, event_batch: batch }
