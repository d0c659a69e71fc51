import { type TProperties, Type } from 'typebox'
import type { Fault } from '../../../core/errors.ts'
import { eventTypes, guideEventTypes } from '../../../core/events.ts'
import type { Id } from '../../../core/ids.ts'
import type { ChangedWebhook, Webhook, WebhookInput } from '../../../core/webhooks/index.ts'
import {
  given,
  givenAs,
  join,
  type Members,
  moment,
  presenter,
  publicId,
  publicIdOrNull,
  replyMembers,
  request,
  shown,
  shownAs,
} from '../member-table.ts'
import { eventDatetime, formatEventDatetime, object, secretText, text, word } from '../members.ts'
import { filtersMember } from './filter-endpoints.ts'
import { readSettings, settingsMembers } from './settings.ts'

const emails = Type.Unsafe<string[] | null>({
  type: ['array', 'null'],
  items: { type: 'string', maxLength: 320 },
  maxItems: 10,
  description: 'Emails to be notified in case of delivery failure; wins over notification_email.',
})

const email = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  maxLength: 320,
  description: 'Email to be notified in case of delivery failure.',
  examples: ['notification@email.example'],
})

/** The source of the shown members. As in the guide's samples, `eventDatetime` is the moment of the last change. */
type Source = Webhook & { eventDatetime: Date }

const destinationUrl = join(
  given(
    Type.String({
      maxLength: 2_048,
      description: 'Webhook URL destination.',
      examples: ['https://webhook.destination.example'],
    }),
  ),
  shown(text('URL that events are delivered to.', 'https://destination.example/hooks')),
)
const eventTypesMember = join(
  given(
    Type.Array(word(eventTypes, 'An event type.'), {
      maxItems: 20,
      description: `The event types of the webhook; by default ${guideEventTypes.join(', ')}. Name other types to get them.`,
    }),
  ),
  shown(Type.Array(word(eventTypes, 'An event type.'), { description: 'Event types to trigger from.' })),
)
const notificationEmails = join(
  givenAs(emails, (list) => list ?? []),
  shown(Type.Array(Type.String(), { description: 'Emails that are notified in case of failure.' })),
)
const serviceStatus = join(
  given(Type.Boolean({ description: 'Switches the webhook on or off.' })),
  shown(Type.Boolean({ description: 'Whether the webhook is on.' })),
)

/** The members of the guide's webhook that requests may give. */
const writable = {
  destinationUrl,
  eventTypes: eventTypesMember,
  notificationEmail: given(email),
  notificationEmails,
  serviceStatus,
}

/** The webhook in the newest shape, with the two members that the guide's samples show beside its attribute table. */
const members = {
  id: publicId('webhook', 'Id of the webhook.', { wire: 'webhook_id', example: 'wb_b6924c66ae114fada7d351388b06c6a4' }),
  createdAt: moment('Date and time the webhook was created.'),
  updatedAt: moment('Date and time the webhook was last updated.'),
  destinationUrl,
  eventTypes: eventTypesMember,
  notificationEmails,
  createdBy: publicIdOrNull('user', 'User id that created the webhook; null when an API key did.'),
  updatedBy: publicIdOrNull('user', 'User id that last updated the webhook; null when an API key did.'),
  serviceStatus,
  organizationId: publicId('organization', 'Id of the organization.', {
    example: 'ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  eventDatetime: shownAs(eventDatetime('Moment of the last change.'), formatEventDatetime),
} satisfies Members<Source>

type Deleted = { id: Id; deletedAt: Date }

const deletedMembers = {
  id: members.id,
  deletedAt: shownAs(eventDatetime('Moment of the deletion.'), formatEventDatetime, { wire: 'event_datetime' }),
} satisfies Members<Deleted>

const signingSecret = given(
  word(
    ['keep', 'rotate'],
    'Whether the signing secret stays (`keep`, the default), or is replaced by a new one that this reply shows (`rotate`).',
  ),
)

const created = request({ ...writable, filters: filtersMember }, ['destinationUrl'])
const changes = request({ ...writable, signingSecret, filters: filtersMember })

export const newWebhookBody = object({ ...created.members, ...settingsMembers }, 'A new webhook.')

export const webhookChangesBody = object(
  { ...changes.members, ...settingsMembers },
  'The members to change. Members that you leave out stay as they are. When `destination_url` changes to another origin, send headers, client certificate and OAuth again.',
)

const reply = replyMembers(members)
const secret = secretText('Signing secret (Standard Webhooks).', 'whsec_…')
const newSecret = secretText('The new signing secret, when the request asked for one.', 'whsec_…')
const withSecret: TProperties = { ...reply, secret }
const changed: TProperties = { ...reply, secret: Type.Optional(newSecret) }

export const webhookResources = {
  webhook: object(reply, 'A webhook: where events are delivered to.'),
  webhook_with_secret: object(withSecret, 'A webhook with its signing secret.'),
  webhook_changed: object(changed, 'A webhook after a change.'),
  webhook_deleted: object(replyMembers(deletedMembers), 'A deleted webhook: its id, and when it was deleted.'),
}

type Emails = { notificationEmail?: string | null; notificationEmails?: string[] }

// `notification_emails` wins over `notification_email`, which stands for a list of one.
function withEmails<T extends Emails>({ notificationEmail: one, ...given }: T) {
  return { ...(one === undefined ? {} : { notificationEmails: one === null ? [] : [one] }), ...given }
}

/** The members of a new webhook, and of a change, under core's names. */
export const readNewWebhook = (body: object) => ({ ...withEmails(created.read(body)), ...readSettings(body) })
export const readWebhookChanges = (body: object): WebhookInput => ({
  ...withEmails(changes.read(body)),
  ...readSettings(body),
})

/** Names the single address in faults, if the request has a single one. */
export function emailNaming(body: object) {
  const isOne = !('notification_emails' in body)
  return (fault: Fault): Fault =>
    isOne && fault.path[0] === 'notificationEmails' ? { ...fault, path: ['notificationEmail'] } : fault
}

const present = presenter<Source>(members)

/** A webhook in the newest shape. */
export function presentWebhook(webhook: Webhook): Record<string, unknown> {
  return present({ ...webhook, eventDatetime: webhook.updatedAt })
}

/** A webhook with its secret, which is shown once. */
export function presentWithSecret(webhook: Webhook, secret: string) {
  return { ...presentWebhook(webhook), secret }
}

/** A webhook after a change, with a secret only if the change asked for a new one. */
export function presentChanged({ secret, ...webhook }: ChangedWebhook) {
  return { ...presentWebhook(webhook), ...(secret === undefined ? {} : { secret }) }
}

/** The record of a deleted webhook. */
export const presentWebhookDeletion = presenter<Deleted>(deletedMembers)
