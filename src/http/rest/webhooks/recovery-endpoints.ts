import type { Context } from '../../../core/context.ts'
import { only } from '../../../core/lists/index.ts'
import {
  cancelRecovery,
  getRecovery,
  getWebhook,
  listRecoveries,
  recoverWebhook,
} from '../../../core/webhooks/index.ts'
import { removeMatching } from '../conditional.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { object, pageQuery, readPart } from '../members.ts'
import { presentPage } from '../page.ts'
import { newRecovery, presentRecovery } from './recovery.ts'

const tag = 'Webhook recoveries'
const path = '/webhooks/{webhook_id}/recoveries'
const webhook = { webhook_id: 'wb_b6924c66ae114fada7d351388b06c6a4' }
const params = { ...webhook, recovery_id: 'rcv_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }

export const recoveryEndpoints = [
  defineEndpoint({
    id: 'recoverWebhook',
    tag,
    method: 'POST',
    path,
    since: '2.2',
    summary: 'Send again all events that a webhook missed',
    description:
      'Sends again exactly the deliveries that ended without a 2xx since a moment, each with the same id and the same bytes. With `scope` `waiting`, it sends at once all deliveries that wait for their next attempt. A recovery continues after a crash. A webhook has one running recovery.',
    params: webhook,
    body: object(newRecovery.members, 'Which deliveries to send again, and how fast.'),
    status: 202,
    reply: { kind: 'one', resource: 'webhook_recovery' },
    errors: [4102, 5001],
    handle: async ({ ctx, params, body }) =>
      presentRecovery(await recoverWebhook(ctx, readId('webhook', params.webhook_id), newRecovery.read(body))),
  }),
  defineEndpoint({
    id: 'listWebhookRecoveries',
    tag,
    method: 'GET',
    path,
    since: '2.2',
    summary: 'List the recoveries of a webhook',
    description: 'Newest first.',
    params: webhook,
    query: object(pageQuery, 'Which recoveries.'),
    reply: { kind: 'page', resource: 'webhook_recovery' },
    errors: [4102],
    async handle({ ctx, params, query }) {
      const webhook = await getWebhook(ctx, readId('webhook', params.webhook_id))
      const page = await listRecoveries(ctx, { ...readPart(query), filters: [only('webhookId', webhook.id)] })
      return presentPage(page, presentRecovery)
    },
  }),
  defineEndpoint({
    id: 'getWebhookRecovery',
    tag,
    method: 'GET',
    path: `${path}/{recovery_id}`,
    since: '2.2',
    summary: 'Get a recovery',
    description: 'The progress.',
    params,
    reply: { kind: 'one', resource: 'webhook_recovery' },
    errors: [4102, 4114],
    handle: async ({ ctx, params }) =>
      presentRecovery(
        await getRecovery(ctx, readId('webhook', params.webhook_id), readId('recovery', params.recovery_id)),
      ),
  }),
  defineEndpoint({
    id: 'cancelWebhookRecovery',
    tag,
    method: 'DELETE',
    path: `${path}/{recovery_id}`,
    since: '2.2',
    summary: 'Cancel a recovery',
    description: 'Deliveries that it has sent again go on. An ended recovery does not change.',
    params,
    reply: { kind: 'one', resource: 'webhook_recovery' },
    errors: [4102, 4114, 5004],
    heedsIfMatch: true,
    async handle({ ctx, params, ifMatch }) {
      const [webhookId, id] = [readId('webhook', params.webhook_id), readId('recovery', params.recovery_id)]
      const read = async (inner: Context) => presentRecovery(await getRecovery(inner, webhookId, id))
      return presentRecovery(
        await removeMatching(ctx, { id, ifMatch }, read, (inner) => cancelRecovery(inner, webhookId, id)),
      )
    },
  }),
]
