export { type PublicJwk, readPublicKeys } from './asymmetric.ts'
export {
  createDeliveryRules,
  type DeliveryRules,
  type DeliveryRulesOptions,
  type DueDelivery,
  type RenderBody,
  type RenderedEvent,
  renderPlainBody,
  type Send,
} from './attempt.ts'
export { type Attempt, listAttempts } from './attempts.ts'
export {
  attemptFields,
  browseAttempts,
  browseWebhookEvents,
  browseWebhooks,
  type DeliveryKey,
  type KeyedAttempt,
  type KeyedWebhookEvent,
  keyEvent,
  webhookEventFields,
  webhookFields,
} from './browse.ts'
export { browseEvents, eventFields, requestTrigger } from './browse-events.ts'
export { browseRecoveries, recoveryFields, setRecoveryCancelled } from './browse-recoveries.ts'
export { browseRedeliveries, type Redelivery, redeliveryFields, requestRedelivery } from './browse-redeliveries.ts'
export {
  browseSecretRotations,
  requestSecretRotation,
  secretRotationFields,
} from './browse-rotations.ts'
export type { ConnectionChanges, ConnectionSettings } from './connection.ts'
export { createWebhook, findNewWebhookFaults, webhooksPerOrganization } from './create.ts'
export {
  type EventFilters,
  getWebhookEvent,
  type ListWebhookEvents,
  listWebhookEvents,
  type WebhookEvent,
} from './deliveries.ts'
export {
  type DeliverySettings,
  getDeliverySettings,
  updateDeliverySettings,
  withConnections,
} from './delivery-settings.ts'
export { eraseEvents } from './erase.ts'
export { type ListEvents, type LoggedEvent, listEvents } from './event-log.ts'
export { type FollowedEvents, type FollowRequest, followEvents } from './follow.ts'
export { headersOf, type SignedDelivery } from './headers.ts'
export { type WebhookJobDependencies, webhookJobs, webhookSchedule } from './jobs.ts'
export { getWebhook, type ListWebhooks, listWebhooks, type WebhookOrder, webhookOrderFields } from './list.ts'
export type { SendResult, Verdict } from './outcome.ts'
export {
  cancelRecovery,
  findRecoveryFaults,
  getRecovery,
  listRecoveries,
  type Recovery,
  recoverWebhook,
} from './recover.ts'
export { redeliverEvent, sendTestEvent } from './redeliver.ts'
export { formatSecret, newSecret, readSecret } from './signature.ts'
export { type TriggeredEvent, triggerEvent } from './trigger.ts'
export { deleteWebhook, findRotationFaults, findWebhookChangeFaults, rotateSecret, updateWebhook } from './update.ts'
export type { NewWebhook, UrlGuard, WebhookInput } from './validate.ts'
export type { Webhook } from './webhook.ts'
