import { hash, randomBytes } from 'node:crypto'
import { sha256 } from '../vault.ts'

const secretPattern = /^(APIKEY-\d{1,15}_[0-9a-f]{32}|(slt|sli|slr)_[0-9a-f]{46})$/

/** A new secret. Only its hash and its hint are stored. */
type NewSecret = { secret: string; hash: Buffer; hint: string }

/**
 * A new API key, `APIKEY-<unix ms>_<32 hex>`: 26 random hex digits and a checksum of 6. The checksum lets scanners
 * recognise a real key without asking this server.
 */
export function newApiKey(now: Date): NewSecret {
  const start = `APIKEY-${now.getTime()}_`
  const random = randomBytes(13).toString('hex')
  return describe(start + random + checksum(start + random))
}

/** A new access token of the JSON:API dialect, `slt_<40 hex><checksum of 6 hex>`. */
export function newAccessToken(): NewSecret {
  return newToken('slt')
}

/** A new invitation token, `sli_<40 hex><checksum of 6 hex>`. */
export function newInvitationToken(): NewSecret {
  return newToken('sli')
}

/** A new token that resets a password, `slr_<40 hex><checksum of 6 hex>`. */
export function newResetToken(): NewSecret {
  return newToken('slr')
}

/** Whether a text has the form of a secret. The secret need not exist. */
export function looksLikeSecret(text: string): boolean {
  return secretPattern.test(text)
}

/** The hash that is stored of a secret. Plain SHA-256 is enough, because each secret has at least 100 random bits. */
export function hashSecret(secret: string): Buffer {
  return sha256(secret)
}

function newToken(prefix: string): NewSecret {
  const start = `${prefix}_${randomBytes(20).toString('hex')}`
  return describe(start + checksum(start))
}

function describe(secret: string): NewSecret {
  return { secret, hash: hashSecret(secret), hint: `…${secret.slice(-4)}` }
}

function checksum(text: string): string {
  return hash('sha256', `sealane ${text}`).slice(0, 6)
}
