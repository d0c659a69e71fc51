export { type AskedRecipient, answerRecipient, readRecipient } from './answer-recipient.ts'
export { type PublicJwk, readPublicKeys } from './asymmetric.ts'
export {
  createDeliveryRules,
  type DeliveryRules,
  type DeliveryRulesOptions,
  type DueDelivery,
  type RenderBody,
  type RenderedEvent,
  type Send,
} from './attempt.ts'
export { withRequests } from './attempt-requests.ts'
export type { ConnectionChanges } from './connection.ts'
export { createWebhook } from './create.ts'
export { type Delivery, deliveryList, getDelivery, listDeliveries } from './deliveries.ts'
export {
  type DeliverySettings,
  getDeliverySettings,
  updateDeliverySettings,
  withConnections,
} from './delivery-settings.ts'
export { eraseEvents } from './erase.ts'
export {
  maxFilteredIds,
  maxFilteredName,
  maxFilteredPairs,
  maxFilteredValue,
  type WebhookFilters,
} from './filters.ts'
export { type FollowRequest, followEvents } from './follow.ts'
export { headersOf } from './headers.ts'
export { mostWaiting, withHealth } from './health-view.ts'
export { webhookJobs, webhookSchedule } from './jobs.ts'
export { getWebhook, listWebhooks, webhookList } from './list.ts'
export { type Attempt, attemptList, listAttempts } from './list-attempts.ts'
export { eventList, type LoggedEvent, listEvents } from './list-events.ts'
export { listRecoveries, recoveryList, setRecoveryCancelled } from './list-recoveries.ts'
export { listRedeliveries, redeliveryList } from './list-redeliveries.ts'
export { listSecretRotations, secretRotationList } from './list-rotations.ts'
export type { SendResult, Verdict } from './outcome.ts'
export { mostConcurrency, mostPerSecond } from './plain-members.ts'
export { type EventPreview, previewEvent } from './preview.ts'
export { findConfirmed } from './recipients.ts'
export {
  cancelRecovery,
  getRecovery,
  maxPerSecond,
  type Recovery,
  recoverWebhook,
  recoveryScopes,
} from './recover.ts'
export { redeliver, redeliverEvent, sendTestEvent } from './redeliver.ts'
export { maxOverlapHours, rotateSecret } from './rotate.ts'
export type { Sent } from './sent.ts'
export { formatSecret, newSecret, readSecret } from './signature.ts'
export { triggerEvent } from './trigger.ts'
export { type ChangedWebhook, deleteWebhook, updateWebhook } from './update.ts'
export type { UrlGuard, WebhookInput } from './validate.ts'
export type { Webhook } from './webhook.ts'
