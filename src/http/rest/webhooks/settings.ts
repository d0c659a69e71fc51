import { type Static, Type } from 'typebox'
import { formatId } from '../../../core/ids.ts'
import type { ConnectionChanges, DeliverySettings, WebhookInput } from '../../../core/webhooks/index.ts'
import {
  given,
  otherNames,
  presenter,
  readAs,
  readMembers,
  replyMembers,
  requestMembers,
  shown,
} from '../member-table.ts'
import { object, text, textOrNull, time } from '../members.ts'
import { publicKeysUrl } from '../public-keys.ts'

/** What the members are shown from: the settings, and what links begin with. */
type Source = DeliverySettings & { base: string }

const webhookId = ({ webhook }: Source) => formatId('webhook', webhook.id)

// A nested object instead of a union with null, so that a fault inside is named once.
function orNull<T extends typeof certificate | typeof oauth>(schema: T) {
  return Type.Unsafe<Static<T> | null>({ ...schema, type: ['object', 'null'], multiline: true })
}

const pem = (description: string) => Type.String({ maxLength: 32_768, description })
const certificate = object(
  { certificate: pem('The certificate, in PEM; its chain may follow.'), private_key: pem('Its key, in PEM.') },
  'For mutual TLS; null removes it. The key is never shown.',
)
const shownCertificate = object(
  {
    subject: text('Whom it names.'),
    fingerprint_sha256: text('SHA-256 of the certificate, in hexadecimal with colons.'),
    expires_at: time('When it ends.'),
  },
  'The client certificate; null when there is none.',
)
const oauth = object(
  {
    token_url: Type.String({ maxLength: 2_048, description: 'Where tokens are asked for.' }),
    client_id: Type.String({ minLength: 1, maxLength: 1_024, description: 'Id of the client.' }),
    client_secret: Type.String({ minLength: 1, maxLength: 4_096, description: 'Secret of the client; never shown.' }),
    scope: Type.Optional(Type.String({ maxLength: 1_024, description: 'Scope to ask for.' })),
  },
  'OAuth 2.0 client credentials, for a bearer token on each request; null removes them.',
)
const shownOauth = object(
  {
    token_url: text('Where tokens are asked for.', 'https://login.example/oauth/token'),
    client_id: text('Id of the client.'),
    scope: textOrNull('Scope that is asked for.'),
  },
  'The OAuth client, without its secret; null when there is none.',
)

/** How requests are made: what core keeps together, encrypted. */
const connection = {
  headers: given(
    Type.Unsafe<Record<string, string | null> | null>({
      type: ['object', 'null'],
      additionalProperties: { type: ['string', 'null'], maxLength: 1_024 },
      maxProperties: 20,
      description:
        'All headers that go along, by name. A value is never shown; null keeps the one that is stored. What is left out, or null for all of them, is removed.',
    }),
    {
      wire: 'custom_headers',
      shown: Type.Unsafe<Record<string, null>>({
        type: 'object',
        additionalProperties: { type: 'null' },
        description: 'The headers that go along, by name; values are never shown.',
      }),
      show: ({ headerNames }: Source) => Object.fromEntries(headerNames.map((name) => [name, null])),
    },
  ),
  clientCertificate: readAs(
    orNull(certificate),
    (pair) => pair && { certificate: pair.certificate, privateKey: pair.private_key },
    {
      shown: Type.Union([shownCertificate, Type.Null()]),
      show: ({ clientCertificate: pair }: Source) =>
        pair && {
          subject: pair.subject,
          fingerprint_sha256: pair.fingerprintSha256,
          expires_at: pair.expiresAt.getTime(),
        },
    },
  ),
  oauth: readAs(orNull(oauth), (client) => client && readClient(client), {
    shown: Type.Union([shownOauth, Type.Null()]),
    show: ({ oauth: client }: Source) =>
      client && { token_url: client.tokenUrl, client_id: client.clientId, scope: client.scope },
  }),
}

/** How a webhook is delivered to: one entry for each member, for requests and replies. */
const plain = {
  ordered: given(
    Type.Boolean({ description: 'Keeps the events of one agreement in order, through retries and replays.' }),
    {
      shown: Type.Boolean({ description: 'Whether the events of one agreement arrive in order.' }),
      show: ({ webhook }: Source) => webhook.ordered,
    },
  ),
  maxConcurrency: given(
    Type.Integer({ minimum: 1, maximum: 1_000, description: 'Requests in flight at once; 16 unless given.' }),
    {
      shown: Type.Integer({ description: 'Requests in flight at once.' }),
      show: ({ webhook }: Source) => webhook.maxConcurrency,
    },
  ),
  maxPerSecond: given(
    Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      minimum: 1,
      maximum: 10_000,
      description: 'Requests begun per second; null for no limit.',
    }),
    {
      shown: Type.Union([Type.Integer(), Type.Null()], {
        description: 'Requests begun per second; null for no limit.',
      }),
      show: ({ webhook }: Source) => webhook.maxPerSecond,
    },
  ),
  asymmetric: given(
    Type.Boolean({ description: 'Adds v1a signatures (Ed25519) beside v1. Off and on again makes another key.' }),
    {
      shown: Type.Boolean({ description: 'Whether v1a signatures (Ed25519) go along beside v1.' }),
      show: ({ webhook }: Source) => webhook.publicKey !== null,
    },
  ),
  publicKeysUrl: shown(
    textOrNull('Where anybody reads the public key of the v1a signatures, as a JWK set.'),
    (source: Source) => (source.webhook.publicKey === null ? null : publicKeysUrl(source.base, webhookId(source))),
  ),
}

const id = { webhookId: shown(text('Id of the webhook.', 'wb_b6924c66ae114fada7d351388b06c6a4'), webhookId) }
const updatedAt = shown(time('When the webhook was last changed.'), ({ webhook }: Source) =>
  webhook.updatedAt.getTime(),
)
const members = { ...id, ...plain, ...connection, updatedAt }

/** How to deliver, as optional members of a request. */
export const settingsMembers = requestMembers(members)

export const settingsBody = object(settingsMembers, 'What to change; members that are left out stay as they are.')

export const settingsResources = {
  webhook_delivery_settings: object(replyMembers(members), 'How a webhook is delivered to.'),
}

/** What core calls otherwise. */
export const settingsNames = otherNames(members)

/** The members of a request in the words of core. */
export function readSettings(body: object): WebhookInput {
  const changes: ConnectionChanges = readMembers(connection, body)
  const { publicKeysUrl: _, ...changed } = readMembers(plain, body)
  return { ...changed, ...(Object.keys(changes).length === 0 ? {} : { connection: changes }) }
}

const present = presenter(members)

/** The settings as a reply has them. */
export function presentSettings(settings: DeliverySettings, base: string): Record<string, unknown> {
  return present({ ...settings, base })
}

function readClient({ token_url, client_id, client_secret, scope }: Static<typeof oauth>) {
  const required = { tokenUrl: token_url, clientId: client_id, clientSecret: client_secret }
  return scope === undefined ? required : { ...required, scope }
}
