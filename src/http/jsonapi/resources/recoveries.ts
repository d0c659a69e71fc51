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

/** The action of sending again what a webhook missed, as a resource. */
export const recoveries = defineResource({
  type: 'recoveries',
  idKind: 'recovery',
  about:
    'Create one to send again all that a webhook missed since a moment: exactly what no 2xx answered, with the same ids and bytes. With the scope `waiting` it sends at once what waits for its next attempt. One runs at a time; set isCancelled to stop it.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: recoveryList.fields,
  attributes: {
    scope: word(recoveryScopes, 'What is sent: `missed` unless given, or `waiting`.', { write: 'create' }),
    since: time('From when on; all that waits, unless given.', { write: 'create' }),
    perSecond: integer('How many are sent again per second, at most 1000; 100 unless given.', {
      write: 'create',
      range: [1, maxPerSecond],
    }),
    state: word(['running', 'done', 'cancelled'], 'Its state.'),
    isCancelled: boolean('Whether it was stopped; what it has sent again already goes on.', { write: 'update' }),
    total: integer('How many deliveries were missing, or waited, when it began.'),
    reopened: integer('How many of them are on their way again.'),
    createdAt: time('When it began.'),
    finishedAt: time('When it ended.', { nullable: true }),
  },
  relationships: {
    webhook: toOne('webhooks', 'webhookId', 'Whose deliveries.', { write: 'create', required: true }),
  },
  instead: { remove: 'Set isCancelled to true to stop it.' },
  list: async (ctx, request) => {
    const page = await listRecoveries(ctx, request)
    return { ...page, items: page.items.map(present) }
  },
  create: async (ctx, { webhookId, ...given }) => present(await recoverWebhook(ctx, webhookId, given)),
  update: async (ctx, id, { isCancelled }) => present(await setRecoveryCancelled(ctx, id, isCancelled)),
})
