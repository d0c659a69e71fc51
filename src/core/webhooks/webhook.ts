import { type Selectable, sql } from 'kysely'
import type { Handle, Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { EventType } from '../events.ts'
import type { Id } from '../ids.ts'
import { showFilters, type WebhookFilters } from './filters.ts'
import { type PlainMembers, readPlain } from './plain-members.ts'

/** A webhook of an organization, without its secrets. */
export type Webhook = PlainMembers & {
  id: Id
  organizationId: Id
  destinationUrl: string
  eventTypes: EventType[]
  notificationEmails: string[]
  /** False after a person disabled it, after 410 Gone, or after days of failures. */
  serviceStatus: boolean
  disabledAt: Date | null
  disabledReason: 'user' | 'gone' | 'failing' | null
  apiVersion: string
  /** `whpk_…` when v1a signatures are on. */
  publicKey: string | null
  filters: WebhookFilters | null
  /** Whether it has headers, a client certificate or OAuth credentials. They are never shown. */
  hasConnection: boolean
  createdBy: Id | null
  updatedBy: Id | null
  createdAt: Date
  updatedAt: Date
}

export type WebhookRow = Selectable<Tables['webhooks']>

export function toWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    organizationId: row.organization_id,
    destinationUrl: row.destination_url,
    eventTypes: row.event_types as EventType[],
    notificationEmails: row.notification_emails,
    serviceStatus: row.service_status,
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
    apiVersion: row.api_version,
    ...readPlain(row),
    publicKey: row.signing_public_key ? `whpk_${row.signing_public_key.toString('base64')}` : null,
    filters: showFilters(row.filters),
    hasConnection: row.connection !== null,
    createdBy: row.created_by,
    updatedBy: row.updated_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The row of a webhook of this organization, locked if asked. Throws `webhook_not_found`. */
export async function findWebhookRow(ctx: Context, id: Id, lock?: 'for update'): Promise<WebhookRow> {
  const query = webhooksOf(ctx.db, ctx.organizationId).selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('webhook')
  return row
}

/** Selects the webhooks of an organization. Every read starts here. */
export function webhooksOf(db: Handle, organizationId: Id) {
  return db.selectFrom('webhooks').where('organization_id', '=', organizationId)
}

/** The public id as SQL, for searches. */
export const publicId = sql<string>`'wb_' || replace(id::text, '-', '')`

/** The purpose for which the vault seals the keys of a webhook. */
export function secretPurpose(webhookId: Id): string {
  return `webhook secret ${webhookId}`
}

/** The id of the acting user; null for any other actor. */
export function userOf(ctx: Context): Id | null {
  return ctx.actor.kind === 'user' ? ctx.actor.id : null
}
