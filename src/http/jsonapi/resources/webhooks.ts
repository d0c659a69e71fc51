import { eventTypes } from '../../../core/events.ts'
import {
  browseWebhooks,
  createWebhook,
  deleteWebhook,
  updateWebhook,
  webhookFields,
} from '../../../core/webhooks/index.ts'
import { boolean, integer, text, texts, time, word } from '../attributes.ts'
import { asBoolean, asInteger, asText, asTexts, orNull } from '../input.ts'
import { type Resource, toMany, toOne } from '../resource.ts'

const writable = {
  destinationUrl: asText,
  eventTypes: asTexts,
  notificationEmails: asTexts,
  serviceStatus: asBoolean,
  ordered: asBoolean,
  maxConcurrency: asInteger,
  maxPerSecond: orNull(asInteger),
}

/** Subscriptions to events. */
export const webhooks: Resource = {
  type: 'webhooks',
  idKind: 'webhook',
  about: 'Subscriptions to events. The signing secret is shown once, in the reply to the creation.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: webhookFields,
  attributes: {
    destinationUrl: text('Where events are sent.', { write: 'always', required: true }),
    eventTypes: texts('Which events; all unless given.', { write: 'always', values: eventTypes }),
    notificationEmails: texts('Who hears when deliveries fail.', { write: 'always' }),
    serviceStatus: boolean('Whether events are sent.', { write: 'always' }),
    disabledAt: time('When it was switched off.', { nullable: true }),
    disabledReason: word(['user', 'gone', 'failing'], 'Why it was switched off.', { nullable: true }),
    apiVersion: text('The version of the REST dialect that bodies are written in.', { write: 'create' }),
    ordered: boolean('Whether events of one agreement arrive in order.', { write: 'always' }),
    maxConcurrency: integer('How many requests may be open at once.', { write: 'always' }),
    maxPerSecond: integer('How many requests a second; null is no limit.', { write: 'always', nullable: true }),
    publicKey: text('The key that verifies v1a signatures.', { nullable: true }),
    secret: text('The secret that signs the bodies; only in the reply to its creation.'),
    createdAt: time('When it was made.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    creator: toOne('users', 'createdBy', 'Who made it.', { nullable: true }),
    editor: toOne('users', 'updatedBy', 'Who last changed it.', { nullable: true }),
    events: toMany('webhook-events', 'webhookId', 'What it heard of.'),
    attempts: toMany('delivery-attempts', 'webhookId', 'The requests that were made to it.'),
  },
  list: browseWebhooks,
  create: (ctx, input, { judgeDestination }) =>
    createWebhook(
      ctx,
      { destinationUrl: input.need('destinationUrl', asText), ...input.given({ ...writable, apiVersion: asText }) },
      judgeDestination,
    ),
  update: (ctx, id, input, { judgeDestination }) => updateWebhook(ctx, id, input.given(writable), judgeDestination),
  remove: deleteWebhook,
}
