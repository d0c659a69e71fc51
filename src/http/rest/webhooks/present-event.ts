import { formatId } from '../../../core/ids.ts'
import type { Attempt, Delivery } from '../../../core/webhooks/index.ts'
import { formatEventDatetime } from '../members.ts'
import type { Version } from '../versions/index.ts'
import type { AttemptWire, WebhookEventWire } from './event-schema.ts'
import { presentEventData } from './render-event.ts'

/** An event of a webhook; `version` is the one whose words its data has. */
export function presentWebhookEvent(event: Delivery, version: Version): WebhookEventWire {
  return {
    event_id: formatId('event', event.eventId),
    webhook_id: formatId('webhook', event.webhookId),
    event_datetime: formatEventDatetime(event.occurredAt),
    event_type: event.type,
    is_test: event.isTest,
    state: event.state,
    attempts: event.attempts,
    next_attempt_at: event.nextAttemptAt?.getTime() ?? null,
    finished_at: event.finishedAt?.getTime() ?? null,
    data: presentEventData(event, version),
  }
}

/** The same with its sequence number, for who asks for the events after one: other replies keep their released shape. */
export function presentNumberedEvent(event: Delivery, version: Version): WebhookEventWire {
  return { ...presentWebhookEvent(event, version), sequence: event.sequence }
}

/** One HTTP request of a delivery. */
export function presentAttempt(attempt: Attempt): AttemptWire {
  return {
    event_id: formatId('event', attempt.eventId),
    webhook_id: formatId('webhook', attempt.webhookId),
    number: attempt.number,
    outcome: attempt.outcome,
    http_status: attempt.httpStatus,
    error: attempt.error,
    response_excerpt: attempt.responseExcerpt,
    started_at: attempt.startedAt.getTime(),
    duration_ms: attempt.durationMs,
  }
}
