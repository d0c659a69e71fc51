import type { Resources } from '../../clients/jsonapi/src/index.ts'

export type EventType = Resources['webhooks']['attributes']['eventTypes'][number]

/** Those that a webhook hears of unless it names others. test/web/webhooks.test.ts holds both lists to those of the server. */
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
