import { type Static, type TSchema, Type } from 'typebox'
import { formatId } from '../../../core/ids.ts'
import type { ConnectionChanges, DeliverySettings, Webhook, WebhookInput } from '../../../core/webhooks/index.ts'
import {
  given,
  givenAs,
  join,
  type Members,
  moment,
  otherNames,
  presenter,
  publicId,
  replyMembers,
  request,
  shown,
  shownAs,
} from '../member-table.ts'
import { object, text, textOrNull } from '../members.ts'
import { publicKeysUrl } from '../public-keys.ts'

type ClientCertificate = NonNullable<DeliverySettings['clientCertificate']>
type OauthClient = NonNullable<DeliverySettings['oauth']>

/** The source of the shown members. */
type Source = Pick<Webhook, 'id' | 'ordered' | 'maxConcurrency' | 'maxPerSecond' | 'updatedAt'> & {
  asymmetric: boolean
  publicKeysUrl: string | null
  headers: string[]
  clientCertificate: ClientCertificate | null
  oauth: OauthClient | null
}

// A nested object instead of a union with null, so that a fault inside is reported once.
function orNull<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T> | null>({ ...schema, type: ['object', 'null'], multiline: true })
}

const pem = (description: string) => given(Type.String({ maxLength: 32_768, description }))
const certificate = request(
  {
    certificate: pem('The certificate, in PEM. Its chain may follow.'),
    privateKey: pem('Its key, in PEM.'),
  },
  ['certificate', 'privateKey'],
)

const shownCertificate = {
  subject: shown(text('The subject of the certificate.')),
  fingerprintSha256: shown(text('SHA-256 of the certificate, in hexadecimal with colons.')),
  expiresAt: moment('When it ends.'),
} satisfies Members<ClientCertificate>
const presentCertificate = presenter<ClientCertificate>(shownCertificate)

const oauthMembers = {
  tokenUrl: join(
    given(Type.String({ maxLength: 2_048, description: 'The address of the token endpoint.' })),
    shown(text('The address of the token endpoint.', 'https://login.example/oauth/token')),
  ),
  clientId: join(
    given(Type.String({ minLength: 1, maxLength: 1_024, description: 'Id of the client.' })),
    shown(text('Id of the client.')),
  ),
  scope: join(
    given(Type.String({ maxLength: 1_024, description: 'Scope to ask for.' })),
    shown(textOrNull('Scope that is asked for.')),
  ),
} satisfies Members<OauthClient>
const { tokenUrl, clientId, scope } = oauthMembers
const clientSecret = given(
  Type.String({ minLength: 1, maxLength: 4_096, description: 'The secret of the client. It is never shown.' }),
)
const oauth = request({ tokenUrl, clientId, clientSecret, scope }, ['tokenUrl', 'clientId', 'clientSecret'])
const presentOauth = presenter<OauthClient>(oauthMembers)

/** The settings that core keeps together, encrypted. */
const connection = {
  headers: join(
    given(
      Type.Unsafe<Record<string, string | null> | null>({
        type: ['object', 'null'],
        additionalProperties: { type: ['string', 'null'], maxLength: 1_024 },
        maxProperties: 20,
        description:
          'All your own headers, by name. Values are never shown. Null keeps the stored value. A header that you leave out is removed. Null for the whole object removes all headers.',
      }),
      { wire: 'custom_headers' },
    ),
    shownAs(
      Type.Unsafe<Record<string, null>>({
        type: 'object',
        additionalProperties: { type: 'null' },
        description: 'Your own headers, by name. Values are never shown.',
      }),
      (names: string[]) => Object.fromEntries(names.map((name) => [name, null])),
    ),
  ),
  clientCertificate: join(
    givenAs(
      orNull(
        object(
          certificate.members,
          'The client certificate for mutual TLS; null removes it. The private key is never shown.',
        ),
      ),
      (pair) => pair && certificate.read(pair),
    ),
    shownAs(
      Type.Union([
        object(replyMembers(shownCertificate), 'The client certificate; null when there is none.'),
        Type.Null(),
      ]),
      (pair: ClientCertificate | null) => pair && presentCertificate(pair),
    ),
  ),
  oauth: join(
    givenAs(
      orNull(
        object(oauth.members, 'OAuth 2.0 client credentials. Each request then has a bearer token. Null removes them.'),
      ),
      (client) => client && oauth.read(client),
    ),
    shownAs(
      Type.Union([
        object(replyMembers(oauthMembers), 'The OAuth client, without its secret; null when there is none.'),
        Type.Null(),
      ]),
      (client: OauthClient | null) => client && presentOauth(client),
    ),
  ),
}

/** The settings of delivery: one entry for each member, for requests and replies. */
const plain = {
  ordered: join(
    given(Type.Boolean({ description: 'Keeps the events of one agreement in order, also when they are sent again.' })),
    shown(Type.Boolean({ description: 'Whether the events of one agreement arrive in order.' })),
  ),
  maxConcurrency: join(
    given(
      Type.Integer({
        minimum: 1,
        maximum: 1_000,
        description: 'How many requests may be open at once; 16 by default.',
      }),
    ),
    shown(Type.Integer({ description: 'How many requests may be open at once.' })),
  ),
  maxPerSecond: join(
    given(
      Type.Unsafe<number | null>({
        type: ['integer', 'null'],
        minimum: 1,
        maximum: 10_000,
        description: 'How many requests begin per second; null is no limit.',
      }),
    ),
    shown(
      Type.Union([Type.Integer(), Type.Null()], {
        description: 'How many requests begin per second; null is no limit.',
      }),
    ),
  ),
  asymmetric: join(
    given(
      Type.Boolean({
        description: 'Adds v1a signatures (Ed25519) to v1. Switching this off and on again makes another key.',
      }),
    ),
    shown(Type.Boolean({ description: 'Whether deliveries also have v1a signatures (Ed25519).' })),
  ),
}

const members = {
  id: publicId('webhook', 'Id of the webhook.', { wire: 'webhook_id', example: 'wb_b6924c66ae114fada7d351388b06c6a4' }),
  ...plain,
  publicKeysUrl: shown(textOrNull('The public address of the key of the v1a signatures, as a JWK set.')),
  ...connection,
  updatedAt: moment('When the webhook was last changed.'),
} satisfies Members<Source>

const connected = request(connection)
const plainly = request(plain)

/** The settings of delivery as optional members of a request. */
export const settingsMembers = { ...plainly.members, ...connected.members }

export const settingsBody = object(
  settingsMembers,
  'The members to change. Members that you leave out stay as they are.',
)

export const settingsResources = {
  webhook_delivery_settings: object(replyMembers(members), 'The delivery settings of a webhook.'),
}

/** Members that have another name in core. */
export const settingsNames = otherNames(members)

/** The given members under core's names. */
export function readSettings(body: object): WebhookInput {
  const changes: ConnectionChanges = connected.read(body)
  return { ...plainly.read(body), ...(Object.keys(changes).length === 0 ? {} : { connection: changes }) }
}

const present = presenter<Source>(members)

/** The settings in the form of replies. */
export function presentSettings({ webhook, headerNames, ...view }: DeliverySettings, base: string) {
  const { publicKey } = webhook
  const url = publicKeysUrl(base, formatId('webhook', webhook.id))
  return present({
    ...webhook,
    ...view,
    headers: headerNames,
    asymmetric: publicKey !== null,
    publicKeysUrl: publicKey === null ? null : url,
  })
}
