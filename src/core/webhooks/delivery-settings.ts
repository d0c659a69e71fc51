import { X509Certificate } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { openConnection } from './connection.ts'
import { changeWebhook } from './update.ts'
import type { UrlGuard, WebhookInput } from './validate.ts'
import { findWebhookRow, toWebhook, type Webhook, type WebhookRow } from './webhook.ts'

/** How a webhook is delivered to, without anything that is secret. */
export type DeliverySettings = {
  webhook: Webhook
  headerNames: string[]
  clientCertificate: { subject: string; fingerprintSha256: string; expiresAt: Date } | null
  oauth: { tokenUrl: string; clientId: string; scope: string | null } | null
}

/** The settings of a webhook beyond where and what. Throws `webhook_not_found`. */
export async function getDeliverySettings(ctx: Context, id: Id): Promise<DeliverySettings> {
  requirePermission(ctx, 'webhooks:read')
  return toSettings(ctx, await findWebhookRow(ctx, id))
}

/**
 * Changes the members that are given, as updateWebhook does; the others stay. `allow` judges the settings as they are,
 * locked, and throws to leave them so. Throws `webhook_not_found`, or `validation_failed` with all faults.
 */
export async function updateDeliverySettings(
  ctx: Context,
  id: Id,
  input: WebhookInput,
  guard: UrlGuard,
  allow: (current: DeliverySettings) => void,
): Promise<DeliverySettings> {
  return toSettings(ctx, await changeWebhook(ctx, id, input, guard, (row) => allow(toSettings(ctx, row))))
}

function toSettings(ctx: Context, row: WebhookRow): DeliverySettings {
  const { headers = {}, clientCertificate, oauth } = openConnection(ctx.vault, row.id, row.connection)
  return {
    webhook: toWebhook(row),
    headerNames: Object.keys(headers),
    clientCertificate: clientCertificate ? describeCertificate(clientCertificate.certificate) : null,
    oauth: oauth ? { tokenUrl: oauth.tokenUrl, clientId: oauth.clientId, scope: oauth.scope ?? null } : null,
  }
}

function describeCertificate(pem: string) {
  const { subject, fingerprint256, validTo } = new X509Certificate(pem)
  return { subject, fingerprintSha256: fingerprint256, expiresAt: new Date(validTo) }
}
