import { listRedeliveries, redeliver, redeliveryList } from '../../../core/webhooks/index.ts'
import { time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of sending an event again, as a resource. */
export const redeliveries = defineResource({
  type: 'redeliveries',
  idKind: 'redelivery',
  about: 'Create a redelivery to send an event to its webhook again, at once, with the same id and the same bytes.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: redeliveryList.fields,
  attributes: { requestedAt: time('When it was requested.') },
  relationships: {
    webhookEvent: toOne('webhook-events', 'deliveryId', 'The delivery to repeat.', { write: 'create', required: true }),
    webhook: toOne('webhooks', 'webhookId', 'The webhook of the delivery.'),
    user: toOne('users', 'userId', 'The user who created it; null when no user did.', { nullable: true }),
  },
  instead: { update: 'Create another redelivery.', remove: 'It was sent already.' },
  list: listRedeliveries,
  create: async (ctx, { deliveryId }) => (await redeliver(ctx, deliveryId)).redelivery,
})
