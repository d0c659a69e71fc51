import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { type DeliveryKey, deliveryField, deliveryKey } from './delivery-key.ts'
import type { Sent, ShownHeaders } from './sent.ts'

/** One HTTP request of a delivery. */
export type Attempt = {
  /** The key of the delivery and the number of the attempt. */
  id: string
  deliveryId: DeliveryKey
  eventId: Id
  webhookId: Id
  /** Counts from 1, through redeliveries. */
  number: number
  /** `delivered`, or the word for what went wrong, such as `http_status`, `timeout`, `refused_address`. */
  outcome: string
  httpStatus: number | null
  /** A sentence for people. */
  error: string | null
  /** What the receiver answered, cut at 16 KiB; bytes that are no UTF-8 become U+FFFD. */
  responseExcerpt: string | null
  /** The headers of the answer, cut; null where there was none. */
  answerHeaders: ShownHeaders | null
  sent: Sent | null
  startedAt: Date
  durationMs: number
}

const key = sql`concat(attempts.event_id, '/', attempts.webhook_id, '/', lpad(attempts.number::text, 9, '0'))`

/** What attempts are listed by. */
export const attemptList = defineList({
  name: 'attempt',
  permission: 'webhooks:read',
  fields: {
    id: listField('id', key, {
      keys: [
        { column: sql.ref('attempts.event_id'), type: 'uuid' },
        { column: sql.ref('attempts.webhook_id'), type: 'uuid' },
        { column: sql.ref('attempts.number'), type: 'bigint' },
      ],
      match: (keys) => sql`(attempts.event_id, attempts.webhook_id, attempts.number) in
        (select split_part(key, '/', 1)::uuid, split_part(key, '/', 2)::uuid, split_part(key, '/', 3)::integer
         from unnest(${keys}::text[]) as key)`,
    }),
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
      id: `${deliveryKey(row)}/${row.number}`,
      deliveryId: deliveryKey(row),
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

/** Attempts of all deliveries, newest first unless sorted. */
export function listAttempts(ctx: Context, request: ListRequest): Promise<Page<Attempt>> {
  return listRows(ctx, attemptList, request)
}
