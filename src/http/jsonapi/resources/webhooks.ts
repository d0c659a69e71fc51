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

// Some members of core have several wire members. The value of the secret in a reply changes nothing when it comes
// back.
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
    'Subscriptions to events. Only the reply to the creation shows the signing secret. Create a secret rotation to get a new one. When destinationUrl changes to another origin, send customHeaders, clientCertificate and oauth again.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: webhookList.fields,
  looksThrough: {
    search: 'Finds the text, in any case, in the id, the URL, the event types or the mail addresses.',
  },
  attributes: {
    destinationUrl: text('Where events are sent.', { write: 'always', required: true, max: 2_048 }),
    eventTypes: texts(`The event types; by default ${guideEventTypes.join(', ')}.`, {
      write: 'always',
      values: eventTypes,
      maxItems: 20,
    }),
    notificationEmails: texts('The mail addresses that are told when deliveries fail.', {
      write: 'always',
      maxItems: 10,
    }),
    unconfirmedEmails: texts('The addresses that get no mail yet, because nobody has confirmed them.'),
    serviceStatus: boolean('Whether events are sent.', { write: 'always' }),
    disabledAt: time('When the webhook was switched off.', { nullable: true }),
    disabledReason: word(['user', 'gone', 'failing'], 'Why it was switched off.', { nullable: true }),
    failingSince: time('Since when deliveries fail; null while they succeed.', { nullable: true }),
    consecutiveFailures: integer('How many requests have failed in a row.'),
    lastError: text('The last failure, as a sentence. It stays after deliveries succeed again.', {
      nullable: true,
    }),
    lastErrorSentence: json(shownReason, 'The same as a code with values, for a translation.', { nullable: true }),
    lastSuccessAt: time('When the receiver last answered with a 2xx, to the minute.', { nullable: true }),
    restsUntil: time('Until when nothing is sent, because the receiver asked for a pause or failed too often.', {
      nullable: true,
    }),
    waiting: integer(`How many deliveries wait to be sent; at most ${mostWaiting} are counted.`),
    apiVersion: text('The version of the REST dialect of the bodies.', { write: 'create' }),
    ordered: boolean('Whether the events of one agreement arrive in order.', { write: 'always' }),
    maxConcurrency: integer('How many requests may be open at once.', { write: 'always', range: [1, mostConcurrency] }),
    maxPerSecond: integer('How many requests begin per second; null is no limit.', {
      write: 'always',
      nullable: true,
      range: [1, mostPerSecond],
    }),
    asymmetric: boolean(
      'Whether deliveries also have v1a signatures. Switching this off and on again makes another key.',
      {
        write: 'always',
      },
    ),
    publicKey: text('The key that verifies v1a signatures.', { nullable: true }),
    customHeaders: json(
      headers,
      'Your own headers for each request. Values are never shown. Null keeps the stored value.',
      {
        of: 'headers',
        write: 'always',
        nullable: true,
      },
    ),
    clientCertificate: json(
      certificate,
      'The client certificate for mutual TLS, in PEM; null for none. The private key is never shown.',
      {
        write: 'always',
        nullable: true,
        shown: shownCertificate,
      },
    ),
    oauth: json(oauth, 'OAuth 2.0 client credentials; null for none. The client secret is never shown.', {
      write: 'always',
      nullable: true,
      shown: shownOauth,
    }),
    filters: json(
      filters,
      'Filters: only events of one of these agreements, of one of these links, with all of this metadata. Null filters nothing.',
      { write: 'always', nullable: true },
    ),
    signingSecret: word(
      signingWords,
      'Only for a change of a webhook: keep or rotate. The reply to a move to another origin has kept or rotated. Sending that value back changes nothing.',
      { write: 'update' },
    ),
    secret: text('The secret that signs the bodies. Only the reply to the request that made it has it.', {
      shownOnce: true,
    }),
    createdAt: time('When it was made.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    creator: toOne('users', 'createdBy', 'The user who made it.', { nullable: true }),
    editor: toOne('users', 'updatedBy', 'Who last changed it.', { nullable: true }),
    events: toMany('webhook-events', 'webhookId', 'The events that it got.'),
    attempts: toMany('delivery-attempts', 'webhookId', 'The attempts of the webhook.'),
    recoveries: toMany('recoveries', 'webhookId', 'The recoveries of the webhook.'),
    secretRotations: toMany('secret-rotations', 'webhookId', 'The secret rotations of the webhook.'),
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
