import { type TProperties, Type } from 'typebox'
import type { Fault } from '../../../core/errors.ts'
import { eventTypes, guideEventTypes } from '../../../core/events.ts'
import { formatId } from '../../../core/ids.ts'
import type { ChangedWebhook, Webhook, WebhookInput } from '../../../core/webhooks/index.ts'
import { given, presenter, readAs, readMembers, replyMembers, requestMembers, shown } from '../member-table.ts'
import { eventDatetime, formatEventDatetime, object, secretText, text, textOrNull, time, word } from '../members.ts'
import { filtersMember } from './filter-endpoints.ts'
import { readSettings, settingsMembers } from './settings.ts'

const destinationUrl = Type.String({
  maxLength: 2_048,
  description: 'Webhook URL destination.',
  examples: ['https://webhook.destination.example'],
})

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

const id = shown(text('Id of the webhook.', 'wb_b6924c66ae114fada7d351388b06c6a4'), (webhook: Webhook) =>
  formatId('webhook', webhook.id),
)
const userId = (user: string | null) => user && formatId('user', user)

/** The members of the guide's webhook that a request may give. */
const writable = {
  destinationUrl: given(destinationUrl, {
    shown: text('URL that events are delivered to.', 'https://destination.example/hooks'),
    show: (webhook: Webhook) => webhook.destinationUrl,
  }),
  eventTypes: given(
    Type.Array(word(eventTypes, 'An event type.'), {
      maxItems: 20,
      description: `Event types to hear of; ${guideEventTypes.join(', ')} unless given. Others are heard of only when they are named.`,
    }),
    {
      shown: Type.Array(word(eventTypes, 'An event type.'), { description: 'Event types to trigger from.' }),
      show: (webhook: Webhook) => webhook.eventTypes,
    },
  ),
  notificationEmail: given(email),
  notificationEmails: readAs(emails, (list) => list ?? [], {
    shown: Type.Array(Type.String(), { description: 'Emails that are notified in case of failure.' }),
    show: (webhook: Webhook) => webhook.notificationEmails,
  }),
  serviceStatus: given(Type.Boolean({ description: 'Switches the webhook on or off.' }), {
    shown: Type.Boolean({ description: 'Whether the webhook is on.' }),
    show: (webhook: Webhook) => webhook.serviceStatus,
  }),
}

/** The webhook in the newest shape, with the two members that the guide's samples show beside its attribute table. */
const members = {
  webhookId: id,
  createdAt: shown(time('Date and time the webhook was created.'), (webhook: Webhook) => webhook.createdAt.getTime()),
  updatedAt: shown(time('Date and time the webhook was last updated.'), (webhook: Webhook) =>
    webhook.updatedAt.getTime(),
  ),
  destinationUrl: writable.destinationUrl,
  eventTypes: writable.eventTypes,
  notificationEmails: writable.notificationEmails,
  createdBy: shown(textOrNull('User id that created the webhook; null when an API key did.'), (webhook: Webhook) =>
    userId(webhook.createdBy),
  ),
  updatedBy: shown(textOrNull('User id that last updated the webhook; null when an API key did.'), (webhook: Webhook) =>
    userId(webhook.updatedBy),
  ),
  serviceStatus: writable.serviceStatus,
  organizationId: shown(text('Id of the organization.', 'ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'), (webhook: Webhook) =>
    formatId('organization', webhook.organizationId),
  ),
  eventDatetime: shown(eventDatetime('Moment of the last change.'), (webhook: Webhook) =>
    formatEventDatetime(webhook.updatedAt),
  ),
}

const signingSecret = given(
  word(
    ['keep', 'rotate'],
    'What becomes of the signing secret: `keep`, unless given, or `rotate` for a new one, which this reply shows.',
  ),
)

export const newWebhookBody = object(
  { ...requestMembers({ ...writable, filters: filtersMember }, ['destinationUrl']), ...settingsMembers },
  'A new webhook.',
)

export const webhookChangesBody = object(
  { ...requestMembers({ ...writable, signingSecret, filters: filtersMember }), ...settingsMembers },
  'What to change; members that are left out stay as they are. A `destination_url` of another origin takes no secret along: headers, client certificate and OAuth must be given again.',
)

const reply = replyMembers(members)
const secret = secretText('Signing secret (Standard Webhooks).', 'whsec_…')
const newSecret = secretText('The new signing secret, when the request asked for one.', 'whsec_…')
const withSecret: TProperties = { ...reply, secret }
const changed: TProperties = { ...reply, secret: Type.Optional(newSecret) }
const deletion = { webhookId: id, eventDatetime: shown(eventDatetime('Moment of the deletion.'), () => null) }

export const webhookResources = {
  webhook: object(reply, 'A webhook: where events are delivered to.'),
  webhook_with_secret: object(withSecret, 'A webhook with its signing secret.'),
  webhook_changed: object(changed, 'A webhook after a change.'),
  webhook_deleted: object(replyMembers(deletion), 'What is left of a deleted webhook.'),
}

/** The members of a request in the words of core. `notification_emails` wins over `notification_email`. */
export function readWebhookInput(body: object): WebhookInput {
  const { notificationEmail: one, ...read } = readMembers({ ...writable, signingSecret, filters: filtersMember }, body)
  const emails = one === undefined ? {} : { notificationEmails: one === null ? [] : [one] }
  return { ...emails, ...read, ...readSettings(body) }
}

/** Names the one address, where that is what was sent. */
export function emailNaming(body: object) {
  const isOne = !('notification_emails' in body)
  return (fault: Fault): Fault =>
    isOne && fault.path[0] === 'notificationEmails' ? { ...fault, path: ['notificationEmail'] } : fault
}

/** A webhook in the newest shape. */
export const presentWebhook = presenter(members)

/** A webhook with the secret that is shown once. */
export function presentWithSecret(webhook: Webhook, secret: string) {
  return { ...presentWebhook(webhook), secret }
}

/** A webhook after a change, with a secret only if the change asked for a new one. */
export function presentChanged({ secret, ...webhook }: ChangedWebhook) {
  return { ...presentWebhook(webhook), ...(secret === undefined ? {} : { secret }) }
}

/** What is left of a deleted webhook. */
export function presentWebhookDeletion(deleted: { id: string; deletedAt: Date }) {
  return { webhook_id: formatId('webhook', deleted.id), event_datetime: formatEventDatetime(deleted.deletedAt) }
}
