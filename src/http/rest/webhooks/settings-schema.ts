import { type Static, Type } from 'typebox'
import { object, text, textOrNull, time } from '../members.ts'

const certificate = object(
  {
    subject: text('Whom it names.'),
    fingerprint_sha256: text('SHA-256 of the certificate, in hexadecimal with colons.'),
    expires_at: time('When it ends.'),
  },
  'The client certificate; null when there is none.',
)

const oauth = object(
  {
    token_url: text('Where tokens are asked for.', 'https://login.example/oauth/token'),
    client_id: text('Id of the client.'),
    scope: textOrNull('Scope that is asked for.'),
  },
  'The OAuth client, without its secret; null when there is none.',
)

const settings = object(
  {
    webhook_id: text('Id of the webhook.', 'wb_b6924c66ae114fada7d351388b06c6a4'),
    ordered: Type.Boolean({ description: 'Whether the events of one agreement arrive in order.' }),
    max_concurrency: Type.Integer({ description: 'Requests in flight at once.' }),
    max_per_second: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Requests begun per second; null for no limit.',
    }),
    asymmetric: Type.Boolean({ description: 'Whether v1a signatures (Ed25519) go along beside v1.' }),
    public_keys_url: textOrNull('Where anybody reads the public key of the v1a signatures, as a JWK set.'),
    custom_headers: Type.Unsafe<Record<string, null>>({
      type: 'object',
      additionalProperties: { type: 'null' },
      description: 'The headers that go along, by name; values are never shown.',
    }),
    client_certificate: Type.Union([certificate, Type.Null()]),
    oauth: Type.Union([oauth, Type.Null()]),
    updated_at: time('When the webhook was last changed.'),
  },
  'How a webhook is delivered to.',
)

export type SettingsWire = Static<typeof settings>

export const settingsResources = { webhook_delivery_settings: settings }
