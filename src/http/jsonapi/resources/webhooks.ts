import { Type } from 'typebox'
import type { Context } from '../../../core/context.ts'
import { eventTypes, guideEventTypes } from '../../../core/events.ts'
import {
  createWebhook,
  deleteWebhook,
  findConfirmed,
  listWebhooks,
  maxFilteredIds,
  mostConcurrency,
  mostPerSecond,
  mostWaiting,
  updateWebhook,
  type Webhook,
  type WebhookInput,
  webhookList,
  withConnections,
  withHealth,
} from '../../../core/webhooks/index.ts'
import { sayAttempt } from '../../../texts/index.ts'
import { mapOfTexts, mapOfTextsOrNulls } from '../../maps.ts'
import { boolean, integer, json, text, texts, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { type CoreRecord, toMany, toOne } from '../resource.ts'
import { shownReason, showReason } from '../sentences.ts'

const headers = mapOfTextsOrNulls()
const pem = Type.String({ maxLength: 32_768 })
const closed = { additionalProperties: false }
const certificate = Type.Object({ certificate: pem, privateKey: pem }, closed)
const shownCertificate = Type.Object({
  subject: Type.String(),
  fingerprintSha256: Type.String(),
  expiresAt: Type.String(),
})
const oauth = Type.Object(
  {
    tokenUrl: Type.String({ maxLength: 2_048 }),
    clientId: Type.String({ minLength: 1, maxLength: 1_024 }),
    clientSecret: Type.String({ minLength: 1, maxLength: 4_096 }),
    scope: Type.Optional(Type.String({ maxLength: 1_024 })),
  },
  closed,
)
const shownOauth = Type.Object({
  tokenUrl: Type.String(),
  clientId: Type.String(),
  scope: Type.Union([Type.String(), Type.Null()]),
})

const filterIds = Type.Array(Type.String({ maxLength: 100 }), { maxItems: maxFilteredIds })
const filters = Type.Object(
  {
    agreementIds: Type.Optional(filterIds),
    agreementLinkIds: Type.Optional(filterIds),
    metadata: Type.Optional(mapOfTexts()),
  },
  closed,
)

const signingWords = ['keep', 'rotate', 'kept', 'rotated'] as const

type Connection = NonNullable<WebhookInput['connection']>
type Given = Omit<WebhookInput, 'connection' | 'signingSecret'> &
  Connection & { signingSecret?: (typeof signingWords)[number] }

// What core keeps together is told by members of its own. What a reply said of the secret changes nothing.
function read({ headers, clientCertificate, oauth, signingSecret, ...given }: Given): WebhookInput {
  const connection = {
    ...(headers === undefined ? {} : { headers }),
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
    ...(oauth === undefined ? {} : { oauth }),
  }
  return {
    ...given,
    ...(Object.keys(connection).length ? { connection } : {}),
    ...(signingSecret === 'rotate' || signingSecret === 'keep' ? { signingSecret } : {}),
  }
}

async function present<W extends Webhook>(ctx: Context, webhooks: readonly W[]): Promise<CoreRecord[]> {
  const confirmed = await findConfirmed(ctx)
  const found = await withHealth(ctx, await withConnections(ctx, webhooks))
  return found.map(({ headerNames, clientCertificate, lastError, ...webhook }) => ({
    ...webhook,
    lastError: lastError && sayAttempt(lastError),
    lastErrorSentence: showReason(lastError),
    asymmetric: webhook.publicKey !== null,
    unconfirmedEmails: webhook.notificationEmails.filter((address) => !confirmed.has(address.toLowerCase())),
    headers: Object.fromEntries(headerNames.map((name) => [name, null])),
    clientCertificate: clientCertificate && {
      ...clientCertificate,
      expiresAt: clientCertificate.expiresAt.toISOString(),
    },
  }))
}

async function presentOne<W extends Webhook>(ctx: Context, webhook: W): Promise<CoreRecord> {
  const [record] = await present(ctx, [webhook])
  return record ?? webhook
}

/** Subscriptions to events. */
export const webhooks = defineResource({
  type: 'webhooks',
  idKind: 'webhook',
  about:
    'Subscriptions to events. The signing secret is shown once, in the reply to the creation; create a secret rotation for a new one. A destinationUrl of another origin takes no secret along: customHeaders, clientCertificate and oauth must be given again.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: webhookList.fields,
  looksThrough: {
    search:
      'The text is contained, whatever its case, in the id, the address, the types of events or the mail addresses.',
  },
  attributes: {
    destinationUrl: text('Where events are sent.', { write: 'always', required: true, max: 2_048 }),
    eventTypes: texts(`Which events; ${guideEventTypes.join(', ')} unless given.`, {
      write: 'always',
      values: eventTypes,
      maxItems: 20,
    }),
    notificationEmails: texts('Who hears when deliveries fail.', { write: 'always', maxItems: 10 }),
    unconfirmedEmails: texts('Those of them that get nothing yet, because nobody there has confirmed by mail.'),
    serviceStatus: boolean('Whether events are sent.', { write: 'always' }),
    disabledAt: time('When it was switched off.', { nullable: true }),
    disabledReason: word(['user', 'gone', 'failing'], 'Why it was switched off.', { nullable: true }),
    failingSince: time('Since when its deliveries fail; null while they do not.', { nullable: true }),
    consecutiveFailures: integer('How many requests have failed in a row.'),
    lastError: text('What went wrong last, for people; it stays after the failure has passed.', {
      nullable: true,
    }),
    lastErrorSentence: json(shownReason, 'The same, to be said in another language.', { nullable: true }),
    lastSuccessAt: time('When a 2xx last came, to the minute.', { nullable: true }),
    restsUntil: time('Until when nothing is sent, because it asked for a rest or has failed too often.', {
      nullable: true,
    }),
    waiting: integer(`How many deliveries wait to be sent; at most ${mostWaiting} are counted.`),
    apiVersion: text('The version of the REST dialect that bodies are written in.', { write: 'create' }),
    ordered: boolean('Whether events of one agreement arrive in order.', { write: 'always' }),
    maxConcurrency: integer('How many requests may be open at once.', { write: 'always', range: [1, mostConcurrency] }),
    maxPerSecond: integer('How many requests a second; null is no limit.', {
      write: 'always',
      nullable: true,
      range: [1, mostPerSecond],
    }),
    asymmetric: boolean('Whether v1a signatures go along beside v1. Off and on again makes another key.', {
      write: 'always',
    }),
    publicKey: text('The key that verifies v1a signatures.', { nullable: true }),
    customHeaders: json(headers, 'Headers of each request. Values are never shown; null keeps the one that is there.', {
      of: 'headers',
      write: 'always',
      nullable: true,
    }),
    clientCertificate: json(certificate, 'For mutual TLS, in PEM; null for none. The key is never shown.', {
      write: 'always',
      nullable: true,
      shown: shownCertificate,
    }),
    oauth: json(oauth, 'OAuth 2.0 client credentials; null for none. The secret is never shown.', {
      write: 'always',
      nullable: true,
      shown: shownOauth,
    }),
    filters: json(
      filters,
      'What it is narrowed to: events of one of these agreements, of one of these links, with all of this metadata. Null narrows nothing.',
      { write: 'always', nullable: true },
    ),
    signingSecret: word(
      signingWords,
      'Only where a webhook is changed: keep or rotate. The reply to a move to another origin says kept or rotated; given back, that changes nothing.',
      { write: 'update' },
    ),
    secret: text('The secret that signs the bodies; only in the reply to what made it.', { shownOnce: true }),
    createdAt: time('When it was made.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    creator: toOne('users', 'createdBy', 'The user who made it.', { nullable: true }),
    editor: toOne('users', 'updatedBy', 'Who last changed it.', { nullable: true }),
    events: toMany('webhook-events', 'webhookId', 'The events that it got.'),
    attempts: toMany('delivery-attempts', 'webhookId', 'The requests that were made to it.'),
    recoveries: toMany('recoveries', 'webhookId', 'What was sent again after an outage.'),
    secretRotations: toMany('secret-rotations', 'webhookId', 'When its secret was changed.'),
  },
  list: async (ctx, request) => {
    const page = await listWebhooks(ctx, request)
    return { ...page, items: await present(ctx, page.items) }
  },
  create: async (ctx, { destinationUrl, ...given }, { judgeDestination }) =>
    presentOne(ctx, await createWebhook(ctx, { destinationUrl, ...read(given) }, judgeDestination)),
  update: async (ctx, id, given, { judgeDestination }) =>
    presentOne(ctx, await updateWebhook(ctx, id, read(given), judgeDestination)),
  remove: deleteWebhook,
})
