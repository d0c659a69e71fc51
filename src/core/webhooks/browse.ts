import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import type { Attempt } from './attempts.ts'
import { allDeliveriesOf, columns, toWebhookEvent, type WebhookEvent } from './deliveries.ts'
import { toWebhook, type Webhook, webhooksOf } from './webhook.ts'

/** What webhooks can be listed by. */
export const webhookFields: ListFields = {
  id: listField('id', 'webhooks.id'),
  destinationUrl: listField('text', 'webhooks.destination_url'),
  eventTypes: listField('words', 'webhooks.event_types'),
  notificationEmails: listField('words', 'webhooks.notification_emails'),
  serviceStatus: listField('boolean', 'webhooks.service_status'),
  disabledAt: listField('time', 'webhooks.disabled_at'),
  disabledReason: listField('word', 'webhooks.disabled_reason'),
  apiVersion: listField('text', 'webhooks.api_version'),
  ordered: listField('boolean', 'webhooks.ordered'),
  createdBy: listField('id', 'webhooks.created_by'),
  updatedBy: listField('id', 'webhooks.updated_by'),
  createdAt: listField('time', 'webhooks.created_at'),
  updatedAt: listField('time', 'webhooks.updated_at'),
}

/** Webhooks by any of their fields, newest first unless sorted. */
export async function browseWebhooks(ctx: Context, request: ListRequest): Promise<Page<Webhook>> {
  requirePermission(ctx, 'webhooks:read')
  const query = () => webhooksOf(ctx.db, ctx.organizationId).selectAll()
  const page = await listRows(ctx, { fields: webhookFields, query }, request)
  return { ...page, items: page.items.map(toWebhook) }
}

/** The key of an event as one webhook heard of it, `<event>/<webhook>`; an attempt adds its number. */
export type DeliveryKey = string

const ofDelivery = (table: 'delivery' | 'attempts') => ({
  ...listField('id', sql`concat(${sql.ref(`${table}.event_id`)}, '/', ${sql.ref(`${table}.webhook_id`)})`),
  match: (keys: readonly unknown[]) =>
    sql<boolean>`(${sql.ref(`${table}.event_id`)}, ${sql.ref(`${table}.webhook_id`)}) in
      (select split_part(key, '/', 1)::uuid, split_part(key, '/', 2)::uuid from unnest(${keys}::text[]) as key)`,
})

/** The id of what an event is about, if it is of that type. */
export const subjectOf = (type: string) =>
  listField('id', sql`(case when event.subject_type = ${sql.lit(type)} then event.subject_id end)`)

/** What webhook events can be listed by. */
export const webhookEventFields: ListFields = {
  id: ofDelivery('delivery'),
  webhookId: listField('id', 'delivery.webhook_id'),
  eventId: listField('id', 'delivery.event_id'),
  type: listField('word', 'event.type'),
  state: listField('word', 'delivery.state'),
  attempts: listField('number', 'delivery.attempts'),
  sequence: listField('number', 'delivery.sequence'),
  isTest: listField('boolean', 'event.is_test'),
  verificationId: subjectOf('verification'),
  submissionId: subjectOf('submission'),
  signerId: subjectOf('signer'),
  occurredAt: listField('time', 'event.occurred_at'),
  nextAttemptAt: listField('time', 'delivery.next_attempt_at'),
  finishedAt: listField('time', 'delivery.finished_at'),
}

/** An event as one webhook heard of it, with a key of its own and its subject by kind. */
export type KeyedWebhookEvent = WebhookEvent & {
  id: DeliveryKey
  verificationId: Id | null
  submissionId: Id | null
  signerId: Id | null
}

/** Events over all webhooks by any of their fields, newest first unless sorted. */
export async function browseWebhookEvents(ctx: Context, request: ListRequest): Promise<Page<KeyedWebhookEvent>> {
  requirePermission(ctx, 'webhooks:read')
  const query = () => allDeliveriesOf(ctx.db, ctx.organizationId).select(columns)
  const page = await listRows(ctx, { fields: webhookEventFields, query, newest: 'occurredAt' }, request)
  return { ...page, items: page.items.map((row) => keyEvent(toWebhookEvent(row))) }
}

/** The record with its key. */
export function keyEvent(event: WebhookEvent): KeyedWebhookEvent {
  const { type, id } = event.subject
  return {
    ...event,
    id: `${event.eventId}/${event.webhookId}`,
    verificationId: type === 'verification' ? id : null,
    submissionId: type === 'submission' ? id : null,
    signerId: type === 'signer' ? id : null,
  }
}

/** What attempts can be listed by. */
export const attemptFields: ListFields = {
  id: {
    ...listField(
      'id',
      sql`concat(attempts.event_id, '/', attempts.webhook_id, '/', lpad(attempts.number::text, 9, '0'))`,
    ),
    match: (keys) => sql`(attempts.event_id, attempts.webhook_id, attempts.number) in
      (select split_part(key, '/', 1)::uuid, split_part(key, '/', 2)::uuid, split_part(key, '/', 3)::integer
       from unnest(${keys}::text[]) as key)`,
  },
  webhookEventId: ofDelivery('attempts'),
  webhookId: listField('id', 'attempts.webhook_id'),
  number: listField('number', 'attempts.number'),
  outcome: listField('text', 'attempts.outcome'),
  httpStatus: listField('number', 'attempts.http_status'),
  startedAt: listField('time', 'attempts.started_at'),
  durationMs: listField('number', 'attempts.duration_ms'),
}

export type KeyedAttempt = Omit<Attempt, 'responseExcerpt'> & {
  id: DeliveryKey
  webhookEventId: DeliveryKey
  /** The answer of the receiver as text; bytes that are no UTF-8 become U+FFFD. */
  responseExcerpt: string | null
}

/** Attempts over all webhooks by any of their fields, newest first unless sorted. */
export async function browseAttempts(ctx: Context, request: ListRequest): Promise<Page<KeyedAttempt>> {
  requirePermission(ctx, 'webhooks:read')
  const query = () => ctx.db.selectFrom('attempts').selectAll().where('organization_id', '=', ctx.organizationId)
  const page = await listRows(ctx, { fields: attemptFields, query, newest: 'startedAt' }, request)
  return {
    ...page,
    items: page.items.map((row) => ({
      id: `${row.event_id}/${row.webhook_id}/${row.number}`,
      webhookEventId: `${row.event_id}/${row.webhook_id}`,
      eventId: row.event_id,
      webhookId: row.webhook_id,
      number: row.number,
      outcome: row.outcome,
      httpStatus: row.http_status,
      error: row.error,
      responseExcerpt: row.response_excerpt?.toString('utf8') ?? null,
      startedAt: row.started_at,
      durationMs: row.duration_ms,
    })),
  }
}
