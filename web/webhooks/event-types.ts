import type { Resources } from '../../clients/jsonapi/src/index.ts'

export type EventType = Resources['webhooks']['attributes']['eventTypes'][number]

/** The event types of a webhook by default. test/web/webhooks.test.ts compares both lists with the server's. */
export const usualEventTypes: readonly EventType[] = [
  'verification',
  'agreement.viewed',
  'agreement.signed',
  'agreement.completed',
]

/** Every kind of event, in the documented order. */
export const eventTypes: readonly EventType[] = [
  ...usualEventTypes,
  'agreement.declined',
  'agreement.voided',
  'agreement.expired',
  'webhook.failing',
  'webhook.disabled',
]
