import { createHash, generateKeyPairSync } from 'node:crypto'
import type { Handle } from '../../db/index.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { Vault } from '../vault.ts'
import { secretPurpose } from './webhook.ts'

/** An Ed25519 public key as a JWK (RFC 8037). */
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string; kid: string; use: 'sig'; alg: 'EdDSA' }

/** The columns of a new Ed25519 key: the sealed seed and the public key. */
export function newSigningKey(vault: Vault, webhookId: Id) {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { d = '', x = '' } = privateKey.export({ format: 'jwk' })
  return {
    signing_key: vault.seal(secretPurpose(webhookId), Buffer.from(d, 'base64url')),
    signing_public_key: Buffer.from(x, 'base64url'),
  }
}

/**
 * The public keys that verify a webhook's `v1a` signatures now, as a JWK set, newest first. Anyone who knows the
 * webhook's id may read them. Runs on the system handle.
 * Throws `webhook_not_found`.
 */
export async function readPublicKeys(db: Handle, webhookId: Id, now: Date): Promise<{ keys: PublicJwk[] }> {
  const row = await db
    .selectFrom('webhooks')
    .select(['signing_public_key', 'previous_signing_public_key', 'previous_secret_expires_at'])
    .where('id', '=', webhookId)
    .executeTakeFirst()
  if (!row) throw notFound('webhook')
  const overlaps = row.previous_secret_expires_at !== null && row.previous_secret_expires_at > now
  const keys = [row.signing_public_key, overlaps ? row.previous_signing_public_key : null]
  return { keys: keys.flatMap((key) => (key ? [toJwk(key)] : [])) }
}

function toJwk(key: Buffer): PublicJwk {
  const x = key.toString('base64url')
  // The thumbprint of RFC 7638: members in alphabetical order, without white space.
  const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url')
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' }
}
