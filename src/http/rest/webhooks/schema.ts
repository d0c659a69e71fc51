import { type Static, Type } from 'typebox'
import { eventTypes } from '../../../core/events.ts'
import { eventDatetime, object, secretText, text, textOrNull, time, word } from '../members.ts'

const members = {
  webhook_id: text('Id of the webhook.', 'wb_b6924c66ae114fada7d351388b06c6a4'),
  created_at: time('Date and time the webhook was created.'),
  updated_at: time('Date and time the webhook was last updated.'),
  destination_url: text('URL that events are delivered to.', 'https://destination.example/hooks'),
  event_types: Type.Array(word(eventTypes, 'An event type.'), { description: 'Event types to trigger from.' }),
  notification_emails: Type.Array(Type.String(), { description: 'Emails that are notified in case of failure.' }),
  created_by: textOrNull('User id that created the webhook; null when an API key did.'),
  updated_by: textOrNull('User id that last updated the webhook; null when an API key did.'),
  service_status: Type.Boolean({ description: 'Whether the webhook is on.' }),
  organization_id: text('Id of the organization.', 'ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
  event_datetime: eventDatetime('Moment of the last change.'),
}

const webhook = object(members, 'A webhook: where events are delivered to.')

const webhookWithSecret = object(
  {
    ...members,
    secret: secretText('Signing secret (Standard Webhooks).', 'whsec_…'),
  },
  'A webhook with its signing secret.',
)

const webhookChanged = object(
  {
    ...members,
    secret: Type.Optional(secretText('The new signing secret, when the request asked for one.', 'whsec_…')),
  },
  'A webhook after a change.',
)

const webhookDeleted = object(
  { webhook_id: members.webhook_id, event_datetime: eventDatetime('Moment of the deletion.') },
  'What is left of a deleted webhook.',
)

export type WebhookWire = Static<typeof webhook>

export const webhookResources = {
  webhook,
  webhook_with_secret: webhookWithSecret,
  webhook_changed: webhookChanged,
  webhook_deleted: webhookDeleted,
}
