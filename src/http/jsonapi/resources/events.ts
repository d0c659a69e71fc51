import { eventTypes } from '../../../core/events.ts'
import { eventList, listEvents, triggerEvent } from '../../../core/webhooks/index.ts'
import { mapOfCounts } from '../../maps.ts'
import { showPublicIds } from '../../public-ids.ts'
import { boolean, json, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { eventData } from '../kept-shapes.ts'
import { toMany, toOne } from '../resource.ts'

/** What happened, whether or not a webhook heard of it. Creating one makes it up, for every webhook that listens. */
export const events = defineResource({
  type: 'events',
  idKind: 'event',
  about:
    'Everything that happened, heard of or not. Creating one makes up an event, marked as a test, for every webhook that subscribes to its kind.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: eventList.fields,
  attributes: {
    kind: word(eventTypes, 'What happened.', { of: 'type', write: 'create', required: true }),
    data: json(eventData, 'The ids and states that bodies are written from.', { as: showPublicIds }),
    isTest: boolean('Whether it was made up.'),
    isUndelivered: boolean('Whether some webhook has not answered it with a 2xx, or none listened.'),
    deliveries: json(mapOfCounts(), 'How many webhooks have it in each state.'),
    occurredAt: time('When it happened.'),
  },
  relationships: {
    verification: toOne('verifications', 'verificationId', 'The verification that it is about.', { nullable: true }),
    submission: toOne('submissions', 'submissionId', 'The submission that it is about.', { nullable: true }),
    signer: toOne('signers', 'signerId', 'The signer that it is about.', { nullable: true }),
    webhookEvents: toMany('webhook-events', 'eventId', 'The same, as each webhook heard of it.', { include: true }),
  },
  instead: { update: 'What happened stays.', remove: 'What happened stays.' },
  list: listEvents,
  create: (ctx, { type }) => triggerEvent(ctx, type),
})
