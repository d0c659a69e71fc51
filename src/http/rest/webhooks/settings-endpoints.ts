import { type DeliverySettings, getDeliverySettings, updateDeliverySettings } from '../../../core/webhooks/index.ts'
import { requireMatch } from '../conditional.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { presentIn } from '../versions/index.ts'
import { presentSettings, readSettings, settingsBody, settingsNames } from './settings.ts'

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
    description: 'Order, limits, signatures, and the form of requests. No secrets.',
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
      'The settings take effect with the next attempt; `ordered` takes effect with the next event. You can send the same members when you create or update a webhook.',
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
