import type { KeptError } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { attemptIdOf, deliveryIdOf } from '../delivery-ids.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { attemptField, deliveryField } from './delivery-key.ts'
import type { Sent, ShownHeaders } from './sent.ts'

/** One HTTP request of a delivery. */
export type Attempt = {
  id: Id
  deliveryId: Id
  eventId: Id
  webhookId: Id
  /** Counts from 1. Redeliveries continue the count. */
  number: number
  /** `delivered`, or a word for the failure, such as `http_status`, `timeout`, `refused_address`. */
  outcome: string
  httpStatus: number | null
  error: KeptError | null
  /** The first 16 KiB of the answer. Bytes that are not UTF-8 become U+FFFD. */
  responseExcerpt: string | null
  /** The shortened headers of the answer; null without one. */
  answerHeaders: ShownHeaders | null
  sent: Sent | null
  startedAt: Date
  durationMs: number
}

export const attemptList = defineList({
  name: 'attempt',
  permission: 'webhooks:read',
  fields: {
    id: attemptField(),
    deliveryId: deliveryField('attempts'),
    eventId: listField('id', 'attempts.event_id'),
    webhookId: listField('id', 'attempts.webhook_id'),
    number: listField('number', 'attempts.number', { isNeverEmpty: true }),
    outcome: listField('text', 'attempts.outcome', { isNeverEmpty: true }),
    httpStatus: listField('number', 'attempts.http_status'),
    startedAt: listField('time', 'attempts.started_at', { isNeverEmpty: true }),
    durationMs: listField('number', 'attempts.duration_ms', { isNeverEmpty: true }),
  },
  newest: 'startedAt',
  rows: (ctx) => ctx.db.selectFrom('attempts').selectAll().where('organization_id', '=', ctx.organizationId),
  read: (_, rows): Attempt[] =>
    rows.map((row) => ({
      id: attemptIdOf(row.event_id, row.webhook_id, row.number),
      deliveryId: deliveryIdOf(row.event_id, row.webhook_id),
      eventId: row.event_id,
      webhookId: row.webhook_id,
      number: row.number,
      outcome: row.outcome,
      httpStatus: row.http_status,
      error: row.error,
      responseExcerpt: row.response_excerpt?.toString('utf8') ?? null,
      answerHeaders: row.answer_headers,
      sent: row.sent,
      startedAt: row.started_at,
      durationMs: row.duration_ms,
    })),
})

export function listAttempts(ctx: Context, request: ListRequest): Promise<Page<Attempt>> {
  return listRows(ctx, attemptList, request)
}
