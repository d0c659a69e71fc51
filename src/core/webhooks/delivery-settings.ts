import { X509Certificate } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { openConnection } from './connection.ts'
import { changeWebhook } from './update.ts'
import type { UrlGuard, WebhookInput } from './validate.ts'
import { findWebhookRow, toWebhook, type Webhook, type WebhookRow, webhooksOf } from './webhook.ts'

/** The connection settings of a webhook without secrets. */
type ConnectionView = {
  headerNames: string[]
  clientCertificate: { subject: string; fingerprintSha256: string; expiresAt: Date } | null
  oauth: { tokenUrl: string; clientId: string; scope: string | null } | null
}

/** A webhook with its delivery settings, without secrets. */
export type DeliverySettings = ConnectionView & { webhook: Webhook }

/** The delivery settings of a webhook. Throws `webhook_not_found`. */
export async function getDeliverySettings(ctx: Context, id: Id): Promise<DeliverySettings> {
  requirePermission(ctx, 'webhooks:read')
  return toSettings(ctx, await findWebhookRow(ctx, id))
}

/**
 * Changes the given members, as updateWebhook does. `allow` gets the locked settings and may throw to prevent the
 * change.
 * Throws `webhook_not_found`, `validation_failed`.
 */
export async function updateDeliverySettings(
  ctx: Context,
  id: Id,
  input: WebhookInput,
  guard: UrlGuard,
  allow: (current: DeliverySettings) => void,
): Promise<DeliverySettings> {
  const { row } = await changeWebhook(ctx, id, input, guard, (row) => allow(toSettings(ctx, row)))
  return toSettings(ctx, row)
}

function toSettings(ctx: Context, row: WebhookRow): DeliverySettings {
  return { webhook: toWebhook(row), ...describeConnection(ctx, row) }
}

/** Adds the connection settings to webhooks. Requires no permission: the caller may see the webhooks. */
export async function withConnections<W extends Webhook>(
  ctx: Context,
  webhooks: readonly W[],
): Promise<(W & ConnectionView)[]> {
  const ids = webhooks.filter(({ hasConnection }) => hasConnection).map(({ id }) => id)
  const rows = ids.length
    ? await webhooksOf(ctx.db, ctx.organizationId).select(['id', 'connection']).where('id', 'in', ids).execute()
    : []
  const views = new Map(rows.map((row) => [row.id, describeConnection(ctx, row)]))
  return webhooks.map((webhook) => ({ ...noConnection, ...views.get(webhook.id), ...webhook }))
}

const noConnection: ConnectionView = { headerNames: [], clientCertificate: null, oauth: null }

function describeConnection(ctx: Context, { id, connection }: Pick<WebhookRow, 'id' | 'connection'>): ConnectionView {
  const { headers = {}, clientCertificate, oauth } = openConnection(ctx.vault, id, connection)
  return {
    headerNames: Object.keys(headers),
    clientCertificate: clientCertificate ? describeCertificate(clientCertificate.certificate) : null,
    oauth: oauth ? { tokenUrl: oauth.tokenUrl, clientId: oauth.clientId, scope: oauth.scope ?? null } : null,
  }
}

function describeCertificate(pem: string) {
  const { subject, fingerprint256, validTo } = new X509Certificate(pem)
  return { subject, fingerprintSha256: fingerprint256, expiresAt: new Date(validTo) }
}
