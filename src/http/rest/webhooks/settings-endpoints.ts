import { formatId } from '../../../core/ids.ts'
import { type DeliverySettings, getDeliverySettings, updateDeliverySettings } from '../../../core/webhooks/index.ts'
import { requireMatch } from '../conditional.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { publicKeysUrl } from '../public-keys.ts'
import { presentIn } from '../versions/index.ts'
import { readSettings, settingsBody, settingsNames } from './settings-input.ts'
import type { SettingsWire } from './settings-schema.ts'

const tag = 'Webhooks'
const path = '/webhooks/{webhook_id}/delivery-settings'
const params = { webhook_id: 'wb_b6924c66ae114fada7d351388b06c6a4' }

export const settingsEndpoints = [
  defineEndpoint({
    id: 'getWebhookDeliverySettings',
    tag,
    method: 'GET',
    path,
    since: '2.2',
    summary: 'Get the delivery settings of a webhook',
    description: 'Order, limits, signatures, and how requests are made. Nothing that is secret.',
    params,
    reply: { kind: 'one', resource: 'webhook_delivery_settings' },
    errors: [4102],
    async handle({ ctx, params, base }) {
      const settings = await getDeliverySettings(ctx, readId('webhook', params.webhook_id))
      return presentSettings(settings, base)
    },
  }),
  defineEndpoint({
    id: 'updateWebhookDeliverySettings',
    tag,
    method: 'PUT',
    path,
    since: '2.2',
    summary: 'Update the delivery settings of a webhook',
    description:
      'They hold from the next attempt on; `ordered` from the next event on. The same members are taken when a webhook is created or updated.',
    params,
    body: settingsBody,
    reply: { kind: 'one', resource: 'webhook_delivery_settings' },
    errors: [4102, 5004],
    heedsIfMatch: true,
    memberNames: settingsNames,
    async handle({ ctx, params, body, deps, version, ifMatch, base }) {
      const id = readId('webhook', params.webhook_id)
      const present = (settings: DeliverySettings) => presentSettings(settings, base)
      const allow = (current: DeliverySettings) =>
        requireMatch(ifMatch, presentIn(version, 'webhook_delivery_settings', present(current)))
      return present(await updateDeliverySettings(ctx, id, readSettings(body), deps.judgeDestination, allow))
    },
  }),
]

function presentSettings(settings: DeliverySettings, publicUrl: string): SettingsWire {
  const { webhook, headerNames, clientCertificate, oauth } = settings
  const webhookId = formatId('webhook', webhook.id)
  const asymmetric = webhook.publicKey !== null
  return {
    webhook_id: webhookId,
    ordered: webhook.ordered,
    max_concurrency: webhook.maxConcurrency,
    max_per_second: webhook.maxPerSecond,
    asymmetric,
    public_keys_url: asymmetric ? publicKeysUrl(publicUrl, webhookId) : null,
    custom_headers: Object.fromEntries(headerNames.map((name) => [name, null])),
    client_certificate: clientCertificate && {
      subject: clientCertificate.subject,
      fingerprint_sha256: clientCertificate.fingerprintSha256,
      expires_at: clientCertificate.expiresAt.getTime(),
    },
    oauth: oauth && { token_url: oauth.tokenUrl, client_id: oauth.clientId, scope: oauth.scope },
    updated_at: webhook.updatedAt.getTime(),
  }
}
