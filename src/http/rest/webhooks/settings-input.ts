import { type Static, Type } from 'typebox'
import type { ConnectionChanges, WebhookInput } from '../../../core/webhooks/index.ts'
import { object } from '../members.ts'

const pem = (description: string) => Type.String({ maxLength: 32_768, description })

const certificate = object(
  { certificate: pem('The certificate, in PEM; its chain may follow.'), private_key: pem('Its key, in PEM.') },
  'For mutual TLS; null removes it. The key is never shown.',
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

// Two types instead of a union with null, so that a fault inside is named once.
function orNull<T extends typeof certificate | typeof oauth>(schema: T) {
  return Type.Unsafe<Static<T> | null>({ ...schema, type: ['object', 'null'], multiline: true })
}

/** How to deliver, as optional members of a request. */
export const settingsMembers = {
  ordered: Type.Optional(
    Type.Boolean({ description: 'Keeps the events of one agreement in order, through retries and replays.' }),
  ),
  max_concurrency: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000, description: 'Requests in flight at once; 16 unless given.' }),
  ),
  max_per_second: Type.Optional(
    Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      minimum: 1,
      maximum: 10_000,
      description: 'Requests begun per second; null for no limit.',
    }),
  ),
  asymmetric: Type.Optional(
    Type.Boolean({
      description: 'Adds v1a signatures (Ed25519) beside v1. Off and on again makes another key.',
    }),
  ),
  custom_headers: Type.Optional(
    Type.Unsafe<Record<string, string | null> | null>({
      type: ['object', 'null'],
      additionalProperties: { type: ['string', 'null'], maxLength: 1_024 },
      maxProperties: 20,
      description:
        'All headers that go along, by name. A value is never shown; null keeps the one that is stored. What is left out, or null for all of them, is removed.',
    }),
  ),
  client_certificate: Type.Optional(orNull(certificate)),
  oauth: Type.Optional(orNull(oauth)),
}

export const settingsBody = object(settingsMembers, 'What to change; members that are left out stay as they are.')

/** The members in the words of core. */
export function readSettings(body: Static<typeof settingsBody>): WebhookInput {
  const connection = readConnection(body)
  return {
    ...(body.ordered === undefined ? {} : { ordered: body.ordered }),
    ...(body.max_concurrency === undefined ? {} : { maxConcurrency: body.max_concurrency }),
    ...(body.max_per_second === undefined ? {} : { maxPerSecond: body.max_per_second }),
    ...(body.asymmetric === undefined ? {} : { asymmetric: body.asymmetric }),
    ...(Object.keys(connection).length === 0 ? {} : { connection }),
  }
}

function readConnection(body: Static<typeof settingsBody>): ConnectionChanges {
  const { custom_headers: headers, client_certificate: pair, oauth: client } = body
  return {
    ...(headers === undefined ? {} : { headers }),
    ...(pair === undefined
      ? {}
      : { clientCertificate: pair && { certificate: pair.certificate, privateKey: pair.private_key } }),
    ...(client === undefined ? {} : { oauth: client && readClient(client) }),
  }
}

function readClient({ token_url, client_id, client_secret, scope }: Static<typeof oauth>) {
  const required = { tokenUrl: token_url, clientId: client_id, clientSecret: client_secret }
  return scope === undefined ? required : { ...required, scope }
}

/** What core calls otherwise. */
export const settingsNames = { headers: 'custom_headers' }
