import { formatId } from '../../../core/ids.ts'
import type { ChangedWebhook, Webhook } from '../../../core/webhooks/index.ts'
import { formatEventDatetime } from '../members.ts'
import type { WebhookWire } from './schema.ts'

/** A webhook in the newest shape, with the two members that the guide's samples show beside its attribute table. */
export function presentWebhook(webhook: Webhook): WebhookWire {
  const { createdBy, updatedBy } = webhook
  return {
    webhook_id: formatId('webhook', webhook.id),
    created_at: webhook.createdAt.getTime(),
    updated_at: webhook.updatedAt.getTime(),
    destination_url: webhook.destinationUrl,
    event_types: webhook.eventTypes,
    notification_emails: webhook.notificationEmails,
    created_by: createdBy && formatId('user', createdBy),
    updated_by: updatedBy && formatId('user', updatedBy),
    service_status: webhook.serviceStatus,
    organization_id: formatId('organization', webhook.organizationId),
    event_datetime: formatEventDatetime(webhook.updatedAt),
  }
}

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
