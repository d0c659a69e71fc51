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
  finishedAt: momentOrNull('When it was delivered, or given up.'),
  data: shown(anyObject('What the body of the delivery says of it, in the version of the webhook.')),
} satisfies Members<Delivery>

const numberedMembers = {
  ...members,
  sequence: shown(
    Type.Optional(
      Type.Union([Type.Integer(), Type.Null()], {
        description: 'Number of the delivery, as the header webhook-sequence has it; in replies to `after` only.',
      }),
    ),
  ),
} satisfies Members<Delivery>

const attemptMembers = {
  eventId,
  webhookId,
  number: shown(count('Counts from 1, through redeliveries.')),
  outcome: shown(text('delivered, or the word for what went wrong.', 'http_status')),
  httpStatus: shown(Type.Union([Type.Integer(), Type.Null()], { description: 'Status of the answer.' })),
  error: shownAs(textOrNull('What went wrong, for people.'), (error: Attempt['error']) => error && sayAttempt(error)),
  responseExcerpt: shown(textOrNull('What the receiver answered, cut.')),
  startedAt: moment('When the request began.'),
  durationMs: shown(count('How long it took, in milliseconds.')),
} satisfies Members<Attempt>

const loggedMembers = {
  id: eventId,
  occurredAt,
  type,
  isTest,
  deliveries: shown(
    object(
      {
        pending: count('Webhooks that it is on its way to.'),
        delivered: count('Webhooks that answered it with a 2xx.'),
        failed: count('Webhooks for which it was given up.'),
        held: count('Webhooks that were off when it was due.'),
      },
      'How many deliveries are in each state. Deliveries to webhooks that were deleted count too. Each number is 0 when no webhook listened.',
    ),
  ),
  data: shown(anyObject('What happened to what, in the version of the request.')),
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
    events: Type.Array(object(replyMembers(followedMembers), 'An event, as a webhook would get it.'), {
      description: 'What happened, oldest first; empty when nothing did.',
    }),
    next: text('Hand it back as `after` to go on from here. It means nothing else.'),
  },
  'Some events, and where to go on.',
)

export const webhookEventResources = {
  webhook_event: object(replyMembers(numberedMembers), 'An event, as one webhook hears of it.'),
  webhook_attempt: object(replyMembers(attemptMembers), 'One HTTP request of a delivery.'),
  event_batch: batch,
}

export const eventLogResources = {
  logged_event: object(replyMembers(loggedMembers), 'An event, whether or not a webhook heard of it.'),
}

const presentPlain = presenter<Delivery>(members)
const presentNumbered = presenter<Delivery>(numberedMembers)
const presentLogged = presenter<LoggedEvent>(loggedMembers)

/** An event of a webhook; its data is in the words of `version`. */
export function presentWebhookEvent(event: Delivery, version: Version): Record<string, unknown> {
  return presentPlain({ ...event, data: presentEventData(event, version) })
}

/** The same with its sequence number, for requests with `after`: other replies keep their released shape. */
export function presentNumberedEvent(event: Delivery, version: Version): Record<string, unknown> {
  return presentNumbered({ ...event, data: presentEventData(event, version) })
}

/** An event of the log; its data is in the words of `version`. */
export function presentLoggedEvent(event: LoggedEvent, version: Version): Record<string, unknown> {
  return presentLogged({ ...event, data: presentEventData(event, version) })
}

/** One HTTP request of a delivery. */
export const presentAttempt = presenter<Attempt>(attemptMembers)

/** An event for a follower, with the body of its deliveries. */
export const presentFollowed = presenter<Followed>(followedMembers)
