import {
  listRecoveries,
  maxPerSecond,
  type Recovery,
  recoverWebhook,
  recoveryList,
  recoveryScopes,
  setRecoveryCancelled,
} from '../../../core/webhooks/index.ts'
import { boolean, integer, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

const present = (recovery: Recovery) => ({ ...recovery, isCancelled: recovery.state === 'cancelled' })

/** The action of sending missed events to a webhook again, as a resource. */
export const recoveries = defineResource({
  type: 'recoveries',
  idKind: 'recovery',
  about:
    'Create a recovery to send again all events that a webhook missed since a moment. It sends exactly the deliveries that got no 2xx, with the same ids and bytes. With the scope `waiting`, it sends at once the deliveries that wait for their next attempt. A webhook has one running recovery. Set isCancelled to stop it.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: recoveryList.fields,
  attributes: {
    scope: word(recoveryScopes, 'Which deliveries are sent: `missed` by default, or `waiting`.', { write: 'create' }),
    since: time('The moment from which on deliveries are sent. By default, all waiting deliveries are sent.', {
      write: 'create',
    }),
    perSecond: integer('How many deliveries are sent per second, at most 1000; 100 by default.', {
      write: 'create',
      range: [1, maxPerSecond],
    }),
    state: word(['running', 'done', 'cancelled'], 'Its state.'),
    isCancelled: boolean('Whether the recovery was stopped. Deliveries that it has sent again go on.', {
      write: 'update',
    }),
    total: integer('How many deliveries were missing or waiting when the recovery began.'),
    reopened: integer('How many deliveries are on their way again.'),
    createdAt: time('When it began.'),
    finishedAt: time('When it ended.', { nullable: true }),
  },
  relationships: {
    webhook: toOne('webhooks', 'webhookId', 'The webhook of the deliveries.', { write: 'create', required: true }),
  },
  instead: { remove: 'Set isCancelled to true to stop it.' },
  list: async (ctx, request) => {
    const page = await listRecoveries(ctx, request)
    return { ...page, items: page.items.map(present) }
  },
  create: async (ctx, { webhookId, ...given }) => present(await recoverWebhook(ctx, webhookId, given)),
  update: async (ctx, id, { isCancelled }) => present(await setRecoveryCancelled(ctx, id, isCancelled)),
})
