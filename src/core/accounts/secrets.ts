import { hash, randomBytes } from 'node:crypto'
import { sha256 } from '../vault.ts'

const secretPattern = /^(APIKEY-\d{1,15}_[0-9a-f]{32}|(slt|sli|slr)_[0-9a-f]{46})$/

/** A secret that is shown once: only its hash and a hint are kept. */
export type NewSecret = { secret: string; hash: Buffer; hint: string }

/**
 * A new API key, `APIKEY-<unix ms>_<32 hex>`: 26 random hex digits and a checksum of 6, so that scanners can tell a
 * real key from a look-alike without asking us.
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

/** A new token that opens an invitation, `sli_<40 hex><checksum of 6 hex>`. */
export function newInvitationToken(): NewSecret {
  return newToken('sli')
}

/** A new token that lets a person set a new password, `slr_<40 hex><checksum of 6 hex>`. */
export function newResetToken(): NewSecret {
  return newToken('slr')
}

/** Whether the text has the form of a secret of ours; says nothing of whether there is such a one. */
export function looksLikeSecret(text: string): boolean {
  return secretPattern.test(text)
}

/** What is stored of a secret. Plain SHA-256 is enough, because each secret carries at least 100 random bits. */
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
