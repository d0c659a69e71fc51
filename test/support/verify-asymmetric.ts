import { createPublicKey, verify } from 'node:crypto'
import type { PublicJwk } from '../../src/core/webhooks/index.ts'
import type { Received } from './receiver.ts'

/**
 * Whether a `v1a` entry of a request verifies under a key of the JWK set, with Node's own cryptography, as a receiver
 * would do it.
 */
export function verifyAsymmetric(jwk: PublicJwk, { headers, body }: Received): boolean {
  const entries = headers['webhook-signature']?.split(' ').filter((text) => text.startsWith('v1a,')) ?? []
  const content = Buffer.concat([Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`), body])
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
  return entries.some((entry) => verify(null, content, key, Buffer.from(entry.slice('v1a,'.length), 'base64')))
}
