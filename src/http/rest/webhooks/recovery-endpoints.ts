import { Type } from 'typebox'
import type { Context } from '../../../core/context.ts'
import { formatId } from '../../../core/ids.ts'
import { only } from '../../../core/lists/index.ts'
import {
  cancelRecovery,
  getRecovery,
  getWebhook,
  listRecoveries,
  type Recovery,
  recoverWebhook,
} from '../../../core/webhooks/index.ts'
import { removeMatching } from '../conditional.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { givenTime, object, pageQuery, readPart } from '../members.ts'
import { presentPage } from '../page.ts'
import type { RecoveryWire } from './recovery-schema.ts'

const tag = 'Webhook recoveries'
const path = '/webhooks/{webhook_id}/recoveries'
const webhook = { webhook_id: 'wb_b6924c66ae114fada7d351388b06c6a4' }
const params = { ...webhook, recovery_id: 'rcv_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }

const newRecoveryBody = object(
  {
    since: givenTime('Events of this moment or later are sent again, if no 2xx has answered them.'),
    per_second: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000, default: 100, description: 'How many to send again per second.' }),
    ),
  },
  'What to send again, and how fast.',
)

export const recoveryEndpoints = [
  defineEndpoint({
    id: 'recoverWebhook',
    tag,
    method: 'POST',
    path,
    since: '2.2',
    summary: 'Send again all that a webhook missed',
    description:
      'Exactly the deliveries that ended without a 2xx since a moment, each with the same id and the same bytes. It goes on after a crash; one runs at a time.',
    params: webhook,
    body: newRecoveryBody,
    status: 202,
    reply: { kind: 'one', resource: 'webhook_recovery' },
    errors: [4102, 5001],
    async handle({ ctx, params, body }) {
      const { since, per_second: perSecond } = body
      const input = { since: new Date(since), ...(perSecond === undefined ? {} : { perSecond }) }
      return presentRecovery(await recoverWebhook(ctx, readId('webhook', params.webhook_id), input))
    },
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
    description: 'How far it is.',
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
    description: 'What it has sent again already goes on. One that has ended stays as it is.',
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

function presentRecovery(recovery: Recovery): RecoveryWire {
  return {
    recovery_id: formatId('recovery', recovery.id),
    webhook_id: formatId('webhook', recovery.webhookId),
    since: recovery.since.getTime(),
    state: recovery.state,
    total: recovery.total,
    reopened: recovery.reopened,
    per_second: recovery.perSecond,
    created_at: recovery.createdAt.getTime(),
    finished_at: recovery.finishedAt?.getTime() ?? null,
  }
}
