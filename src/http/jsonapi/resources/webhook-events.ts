import { eventTypes } from '../../../core/events.ts'
import { deliveryList, listDeliveries, sendTestEvent } from '../../../core/webhooks/index.ts'
import { showPublicIds } from '../../public-ids.ts'
import { boolean, integer, json, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { webhookEventIds } from '../ids.ts'
import { eventData } from '../kept-shapes.ts'
import { toMany, toOne } from '../resource.ts'

/** Events as webhooks heard of them. Creating one sends a test. */
export const webhookEvents = defineResource({
  type: 'webhook-events',
  idKind: 'event',
  ids: webhookEventIds,
  about: 'Events, one for each webhook that hears of them. Creating one sends a made-up event, marked as a test.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: deliveryList.fields,
  looksThrough: {
    metadata:
      'JSON object of members of the metadata of what happened, all of which must be equal; they are compared as text, so "30" finds 30.',
  },
  attributes: {
    kind: word(eventTypes, 'What happened.', { of: 'type', write: 'create' }),
    state: word(['pending', 'delivered', 'failed', 'held'], 'How the delivery went.'),
    attempts: integer('How many requests were made.'),
    sequence: integer('The number at this webhook, from 1 without gaps.', { nullable: true }),
    isTest: boolean('Whether it was made up.'),
    data: json(eventData, 'The ids and states that the body is written from.', {
      as: showPublicIds,
    }),
    occurredAt: time('When it happened.'),
    nextAttemptAt: time('When it is tried again.', { nullable: true }),
    finishedAt: time('When it was delivered, or given up.', { nullable: true }),
  },
  relationships: {
    webhook: toOne('webhooks', 'webhookId', 'Who hears of it.', { write: 'create', required: true }),
    event: toOne('events', 'eventId', 'What happened.'),
    verification: toOne('verifications', 'verificationId', 'The verification that it is about.', { nullable: true }),
    submission: toOne('submissions', 'submissionId', 'The submission that it is about.', { nullable: true }),
    signer: toOne('signers', 'signerId', 'The signer that it is about.', { nullable: true }),
    deliveryAttempts: toMany('delivery-attempts', 'deliveryId', 'The requests that were made.', { include: true }),
  },
  instead: { update: 'Create a redelivery to send it again.', remove: 'It is the proof of what was sent.' },
  list: listDeliveries,
  create: (ctx, { webhookId, type }) => sendTestEvent(ctx, webhookId, type),
})
