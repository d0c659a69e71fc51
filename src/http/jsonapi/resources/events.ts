import { eventTypes } from '../../../core/events.ts'
import { eventList, listEvents, triggerEvent } from '../../../core/webhooks/index.ts'
import { mapOfCounts } from '../../maps.ts'
import { showPublicIds } from '../../public-ids.ts'
import { boolean, json, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { eventData } from '../kept-shapes.ts'
import { toMany, toOne } from '../resource.ts'

/**
 * Everything that happened, with or without a webhook that listens. Creating an event makes an example event for every
 * webhook that listens.
 */
export const events = defineResource({
  type: 'events',
  idKind: 'event',
  about:
    'All events, with or without a webhook that subscribes to them. Create one to send a made-up event, marked as a test, to every webhook that subscribes to its kind.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: eventList.fields,
  attributes: {
    kind: word(eventTypes, 'The type of the event.', { of: 'type', write: 'create', required: true }),
    data: json(eventData, 'The ids and states that fill the bodies.', { as: showPublicIds }),
    isTest: boolean('Whether the event is made up, as a test.'),
    isUndelivered: boolean('Whether a webhook has not answered the event with a 2xx, or no webhook subscribes to it.'),
    deliveries: json(mapOfCounts(), 'How many deliveries of the event are in each state.'),
    occurredAt: time('When it happened.'),
  },
  relationships: {
    verification: toOne('verifications', 'verificationId', 'The verification of the event.', { nullable: true }),
    submission: toOne('submissions', 'submissionId', 'The submission of the event.', { nullable: true }),
    signer: toOne('signers', 'signerId', 'The signer of the event.', { nullable: true }),
    webhookEvents: toMany('webhook-events', 'eventId', 'The deliveries of the event.', { include: true }),
  },
  instead: { update: 'What happened stays.', remove: 'What happened stays.' },
  list: listEvents,
  create: (ctx, { type }) => triggerEvent(ctx, type),
})
