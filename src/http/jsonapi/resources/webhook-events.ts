import { eventTypes } from '../../../core/events.ts'
import { deliveryList, listDeliveries, sendTestEvent } from '../../../core/webhooks/index.ts'
import { showPublicIds } from '../../public-ids.ts'
import { boolean, integer, json, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { webhookEventIds } from '../ids.ts'
import { eventData } from '../kept-shapes.ts'
import { toMany, toOne } from '../resource.ts'

/** The events that webhooks received. Creating one sends a test. */
export const webhookEvents = defineResource({
  type: 'webhook-events',
  idKind: 'event',
  ids: webhookEventIds,
  about: 'Events on their way to one webhook each. Create one to send a made-up event, marked as a test.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: deliveryList.fields,
  looksThrough: {
    metadata:
      'A JSON object of members of the metadata of the event. All of them must be equal. Values are compared as text, so "30" finds 30.',
  },
  attributes: {
    kind: word(eventTypes, 'The type of the event.', { of: 'type', write: 'create' }),
    state: word(['pending', 'delivered', 'failed', 'held'], 'How the delivery went.'),
    attempts: integer('How many requests Sealane has made.'),
    sequence: integer('The number of the event at this webhook, from 1, without gaps.', { nullable: true }),
    isTest: boolean('Whether the event is made up, as a test.'),
    data: json(eventData, 'The ids and states that fill the body.', {
      as: showPublicIds,
    }),
    occurredAt: time('When it happened.'),
    nextAttemptAt: time('When it is tried again.', { nullable: true }),
    finishedAt: time('When the event was delivered or given up.', { nullable: true }),
  },
  relationships: {
    webhook: toOne('webhooks', 'webhookId', 'The webhook that gets the event.', { write: 'create', required: true }),
    event: toOne('events', 'eventId', 'The event of the delivery.'),
    verification: toOne('verifications', 'verificationId', 'The verification of the event.', { nullable: true }),
    submission: toOne('submissions', 'submissionId', 'The submission of the event.', { nullable: true }),
    signer: toOne('signers', 'signerId', 'The signer of the event.', { nullable: true }),
    deliveryAttempts: toMany('delivery-attempts', 'deliveryId', 'The requests of the delivery.', { include: true }),
  },
  instead: { update: 'Create a redelivery to send the event again.', remove: 'A delivery is proof of what was sent.' },
  list: listDeliveries,
  create: (ctx, { webhookId, type }) => sendTestEvent(ctx, webhookId, type),
})
