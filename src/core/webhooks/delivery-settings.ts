import { X509Certificate } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { openConnection } from './connection.ts'
import { findWebhookRow, toWebhook, type Webhook } from './webhook.ts'

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
  const row = await findWebhookRow(ctx, id)
  const { headers = {}, clientCertificate, oauth } = openConnection(ctx.vault, id, row.connection)
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
