import { Type } from 'typebox'
import type { Context } from '../../../core/context.ts'
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  rotateSecret,
  updateWebhook,
  type Webhook,
} from '../../../core/webhooks/index.ts'
import { removeMatching, requireMatch } from '../conditional.ts'
import { defineEndpoint, defineListEndpoint, readId } from '../endpoint.ts'
import { changedFilters } from '../list-filters.ts'
import { listQuery } from '../list-query.ts'
import { object } from '../members.ts'
import { presentPage } from '../page.ts'
import { namingFaults } from '../rule-faults.ts'
import { presentIn } from '../versions/index.ts'
import { settingsNames } from './settings.ts'
import {
  emailNaming,
  newWebhookBody,
  presentChanged,
  presentWebhook,
  presentWebhookDeletion,
  presentWithSecret,
  readNewWebhook,
  readWebhookChanges,
  webhookChangesBody,
} from './webhook.ts'

const tag = 'Webhooks'
const path = '/webhooks/{webhook_id}'
const aliases = ['/webhook/{webhook_id}']
const params = { webhook_id: 'wb_b6924c66ae114fada7d351388b06c6a4' }

const list = listQuery('Which webhooks, and how.', {
  search: 'Finds the text, in any case, in the id OR the URL OR the event types OR the emails.',
  order: {
    created_at: 'createdAt',
    updated_at: 'updatedAt',
    destination_url: 'destinationUrl',
    service_status: 'serviceStatus',
    organization_id: 'organizationId',
    created_by: 'createdBy',
    updated_by: 'updatedBy',
    webhook_id: 'id',
  },
  filters: {
    service_status: {
      kind: 'boolean',
      field: 'serviceStatus',
      about: 'Only webhooks that are on, or only webhooks that are off.',
    },
    ...changedFilters,
  },
})

const rotationBody = object(
  {
    overlap_hours: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 168,
        default: 24,
        description: 'For how many hours the old secret also signs.',
      }),
    ),
  },
  'How to change over.',
)

export const webhookEndpoints = [
  defineListEndpoint({
    id: 'listWebhooks',
    tag,
    method: 'GET',
    path: '/webhooks',
    since: '2.1',
    summary: 'List webhooks',
    query: list.query,
    reply: { kind: 'page', resource: 'webhook' },
    findQueryFaults: list.findQueryFaults,
    list: async ({ ctx, query }) => presentPage(await listWebhooks(ctx, list.read(query)), presentWebhook),
  }),
  defineEndpoint({
    id: 'getWebhook',
    tag,
    method: 'GET',
    path,
    aliases,
    since: '2.1',
    summary: 'Get a webhook',
    params,
    reply: { kind: 'one', resource: 'webhook' },
    errors: [4102],
    handle: async ({ ctx, params }) => presentWebhook(await getWebhook(ctx, readId('webhook', params.webhook_id))),
  }),
  defineEndpoint({
    id: 'createWebhook',
    tag,
    method: 'POST',
    path: '/webhooks',
    since: '2.0',
    summary: 'Create a webhook',
    description:
      'The bodies of the webhook keep the shape of the version of this request. Store the secret: it is shown once.',
    body: newWebhookBody,
    reply: { kind: 'one', resource: 'webhook_with_secret' },
    memberNames: settingsNames,
    async handle({ ctx, body, version, deps }) {
      const input = { ...readNewWebhook(body), apiVersion: version }
      const create = () => createWebhook(ctx, input, deps.judgeDestination)
      const { secret, ...webhook } = await namingFaults(emailNaming(body), create)
      return presentWithSecret(webhook, secret)
    },
  }),
  defineEndpoint({
    id: 'updateWebhook',
    tag,
    method: 'PUT',
    path,
    aliases,
    since: '2.1',
    summary: 'Update a webhook',
    params,
    body: webhookChangesBody,
    reply: { kind: 'one', resource: 'webhook_changed' },
    errors: [4102, 5004],
    heedsIfMatch: true,
    says: {
      'Signing-Secret': 'kept or rotated: what became of the signing secret, when the webhook moved to another origin.',
    },
    memberNames: settingsNames,
    async handle({ ctx, params, body, deps, version, ifMatch, say }) {
      const id = readId('webhook', params.webhook_id)
      const allow = (current: Webhook) => requireMatch(ifMatch, presentIn(version, 'webhook', presentWebhook(current)))
      const update = () => updateWebhook(ctx, id, readWebhookChanges(body), deps.judgeDestination, allow)
      const changed = await namingFaults(emailNaming(body), update)
      if (changed.signingSecret) say('signing-secret', changed.signingSecret)
      return presentChanged(changed)
    },
  }),
  defineEndpoint({
    id: 'deleteWebhook',
    tag,
    method: 'DELETE',
    path,
    aliases,
    since: '2.1',
    summary: 'Delete a webhook',
    params,
    reply: { kind: 'one', resource: 'webhook_deleted' },
    errors: [4102, 5004],
    heedsIfMatch: true,
    async handle({ ctx, params, ifMatch, version }) {
      const id = readId('webhook', params.webhook_id)
      const read = async (inner: Context) => presentIn(version, 'webhook', presentWebhook(await getWebhook(inner, id)))
      return presentWebhookDeletion(
        await removeMatching(ctx, { id, ifMatch }, read, (inner) => deleteWebhook(inner, id)),
      )
    },
  }),
  defineEndpoint({
    id: 'rotateWebhookSecret',
    tag,
    method: 'POST',
    path: '/webhooks/{webhook_id}/rotate-secret',
    since: '2.2',
    summary: 'Rotate the secret of a webhook',
    description: 'Both secrets sign until the overlap ends, so a receiver can change over without losing a delivery.',
    params,
    body: rotationBody,
    bodyOptional: true,
    reply: { kind: 'one', resource: 'webhook_with_secret' },
    errors: [4102],
    handle: async ({ ctx, params, body }) => {
      const { webhook, secret } = await rotateSecret(ctx, readId('webhook', params.webhook_id), body.overlap_hours)
      return presentWithSecret(webhook, secret)
    },
  }),
]
