import { Type } from 'typebox'
import { eventTypes } from '../../../core/events.ts'
import type { Attempt, Delivery, LoggedEvent, RenderedEvent } from '../../../core/webhooks/index.ts'
import { sayAttempt } from '../../../texts/index.ts'
import {
  type Members,
  moment,
  momentOrNull,
  presenter,
  publicId,
  replyMembers,
  shown,
  shownAs,
} from '../member-table.ts'
import { anyObject, eventDatetime, formatEventDatetime, object, text, textOrNull, word } from '../members.ts'
import type { Version } from '../versions/index.ts'
import { presentEventData } from './render-event.ts'

const eventId = publicId('event', 'Id of the event; the header webhook-id carries it.', {
  wire: 'event_id',
  example: 'evt_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
})
const webhookId = publicId('webhook', 'Id of the webhook.', { example: 'wb_b6924c66ae114fada7d351388b06c6a4' })
const occurredAt = shownAs(eventDatetime('Moment of the event.'), formatEventDatetime, { wire: 'event_datetime' })
const type = shown(word(eventTypes, 'Type of the event.'), { wire: 'event_type' })
const isTest = shown(Type.Boolean({ description: 'Whether it was sent as a test.' }))
const count = (description: string) => Type.Integer({ description })

const members = {
  eventId,
  webhookId,
  occurredAt,
  type,
  isTest,
  state: shown(word(['pending', 'delivered', 'failed', 'held'], 'How the delivery stands.')),
  attempts: shown(count('HTTP requests made so far.')),
  nextAttemptAt: momentOrNull('When it is tried again.'),
  finishedAt: momentOrNull('When the event was delivered or given up.'),
  data: shown(anyObject('The data of the event in the body of the delivery, in the version of the webhook.')),
} satisfies Members<Delivery>

const numberedMembers = {
  ...members,
  sequence: shown(
    Type.Optional(
      Type.Union([Type.Integer(), Type.Null()], {
        description: 'The number of the delivery, as in the header webhook-sequence. Only replies to `after` have it.',
      }),
    ),
  ),
} satisfies Members<Delivery>

const attemptMembers = {
  eventId,
  webhookId,
  number: shown(count('The number of the attempt, from 1. Redeliveries continue the count.')),
  outcome: shown(text('delivered, or the word for what went wrong.', 'http_status')),
  httpStatus: shown(Type.Union([Type.Integer(), Type.Null()], { description: 'Status of the answer.' })),
  error: shownAs(
    textOrNull('Why the attempt failed, as a sentence.'),
    (error: Attempt['error']) => error && sayAttempt(error),
  ),
  responseExcerpt: shown(textOrNull('The beginning of the answer of the receiver.')),
  startedAt: moment('When the request began.'),
  durationMs: shown(count('The duration of the request, in milliseconds.')),
} satisfies Members<Attempt>

const loggedMembers = {
  id: eventId,
  occurredAt,
  type,
  isTest,
  deliveries: shown(
    object(
      {
        pending: count('Webhooks whose delivery is under way.'),
        delivered: count('Webhooks that answered with a 2xx.'),
        failed: count('Webhooks whose delivery was given up.'),
        held: count('Webhooks that were off when the delivery was due.'),
      },
      'How many deliveries are in each state. Deliveries to webhooks that were deleted count too. Each number is 0 when no webhook listened.',
    ),
  ),
  data: shown(anyObject('The data of the event, in the version of the request.')),
} satisfies Members<LoggedEvent>

type Followed = RenderedEvent & { body: string }

const followedMembers = {
  id: eventId,
  type: shownAs(word(eventTypes, 'Type of the event.'), (type: string) => type, { wire: 'event_type' }),
  occurredAt,
  isTest,
  body: shown(text('The body of its deliveries, byte for byte.', '{"id":"evt_…","type":"agreement.completed"}')),
} satisfies Members<Followed>

const batch = object(
  {
    events: Type.Array(object(replyMembers(followedMembers), 'An event, as a webhook would receive it.'), {
      description: 'The events, oldest first; empty when nothing happened.',
    }),
    next: text('Send it back as `after` to continue from here. It has no other meaning.'),
  },
  'A list of events, and the cursor of the next request.',
)

export const webhookEventResources = {
  webhook_event: object(replyMembers(numberedMembers), 'An event on its way to one webhook.'),
  webhook_attempt: object(replyMembers(attemptMembers), 'One HTTP request of a delivery.'),
  event_batch: batch,
}

export const eventLogResources = {
  logged_event: object(replyMembers(loggedMembers), 'An event, with or without a webhook that subscribes to it.'),
}

const presentPlain = presenter<Delivery>(members)
const presentNumbered = presenter<Delivery>(numberedMembers)
const presentLogged = presenter<LoggedEvent>(loggedMembers)

/** An event of a webhook, with its data in the words of `version`. */
export function presentWebhookEvent(event: Delivery, version: Version): Record<string, unknown> {
  return presentPlain({ ...event, data: presentEventData(event, version) })
}

/** An event with its sequence number, for requests with `after`. Other replies keep their released shape. */
export function presentNumberedEvent(event: Delivery, version: Version): Record<string, unknown> {
  return presentNumbered({ ...event, data: presentEventData(event, version) })
}

/** An event of the log, with its data in the words of `version`. */
export function presentLoggedEvent(event: LoggedEvent, version: Version): Record<string, unknown> {
  return presentLogged({ ...event, data: presentEventData(event, version) })
}

/** One HTTP request of a delivery. */
export const presentAttempt = presenter<Attempt>(attemptMembers)

/** An event for a follower, with the body of its deliveries. */
export const presentFollowed = presenter<Followed>(followedMembers)
