import { type Static, Type } from 'typebox'
import type { Fault } from '../../../core/errors.ts'
import { eventTypes, guideEventTypes } from '../../../core/events.ts'
import type { WebhookInput } from '../../../core/webhooks/index.ts'
import { object, word } from '../members.ts'
import { filtersBody, readFilters } from './filter-endpoints.ts'
import { readSettings, settingsMembers } from './settings-input.ts'

const members = {
  destination_url: Type.String({
    maxLength: 2_048,
    description: 'Webhook URL destination.',
    examples: ['https://webhook.destination.example'],
  }),
  event_types: Type.Array(word(eventTypes, 'An event type.'), {
    maxItems: 20,
    description: `Event types to hear of; ${guideEventTypes.join(', ')} unless given. Others are heard of only when they are named.`,
  }),
  notification_email: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    maxLength: 320,
    description: 'Email to be notified in case of delivery failure.',
    examples: ['notification@email.example'],
  }),
  notification_emails: Type.Unsafe<string[] | null>({
    type: ['array', 'null'],
    items: { type: 'string', maxLength: 320 },
    maxItems: 10,
    description: 'Emails to be notified in case of delivery failure; wins over notification_email.',
  }),
  service_status: Type.Boolean({ description: 'Switches the webhook on or off.' }),
}

const { destination_url, ...others } = members
const filtersOrNull = Type.Unsafe<Static<typeof filtersBody> | null>({ ...filtersBody, type: ['object', 'null'] })

export const newWebhookBody = object(
  {
    destination_url,
    event_types: Type.Optional(others.event_types),
    notification_email: Type.Optional(others.notification_email),
    notification_emails: Type.Optional(others.notification_emails),
    service_status: Type.Optional(others.service_status),
    filters: Type.Optional(filtersOrNull),
    ...settingsMembers,
  },
  'A new webhook.',
)

export const webhookChangesBody = object(
  {
    destination_url: Type.Optional(destination_url),
    event_types: Type.Optional(others.event_types),
    notification_email: Type.Optional(others.notification_email),
    notification_emails: Type.Optional(others.notification_emails),
    service_status: Type.Optional(others.service_status),
    signing_secret: Type.Optional(
      word(
        ['keep', 'rotate'],
        'What becomes of the signing secret: `keep`, unless given, or `rotate` for a new one, which this reply shows.',
      ),
    ),
    filters: Type.Optional(filtersOrNull),
    ...settingsMembers,
  },
  'What to change; members that are left out stay as they are. A `destination_url` of another origin takes no secret along: headers, client certificate and OAuth must be given again.',
)

/** The members in the words of core. */
export function readWebhookInput(body: Static<typeof webhookChangesBody>): WebhookInput {
  const emails = body.notification_emails !== undefined ? body.notification_emails : listOf(body.notification_email)
  return {
    ...(body.destination_url === undefined ? {} : { destinationUrl: body.destination_url }),
    ...(body.event_types === undefined ? {} : { eventTypes: body.event_types }),
    ...(emails === undefined ? {} : { notificationEmails: emails ?? [] }),
    ...(body.service_status === undefined ? {} : { serviceStatus: body.service_status }),
    ...(body.filters === undefined ? {} : { filters: body.filters && readFilters(body.filters) }),
    ...(body.signing_secret === undefined ? {} : { signingSecret: body.signing_secret }),
    ...readSettings(body),
  }
}

/** Names the one address, where that is what was sent. */
export function emailNaming(body: Static<typeof webhookChangesBody>) {
  const isOne = body.notification_emails === undefined
  return (fault: Fault): Fault =>
    isOne && fault.path[0] === 'notificationEmails' ? { ...fault, path: ['notificationEmail'] } : fault
}

function listOf(email: string | null | undefined): string[] | undefined {
  if (email === undefined) return undefined
  return email === null ? [] : [email]
}
