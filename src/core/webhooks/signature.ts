import { createHmac, createPrivateKey, createSecretKey, type KeyObject, randomBytes, sign } from 'node:crypto'

/** `whsec_` and 24 to 64 random bytes in base64 (Standard Webhooks 1.0.0, "Signature scheme"). */
const secretPrefix = 'whsec_'
const secretBytes = 32
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

export type SigningKeys = {
  /** HMAC keys, newest first. Each makes a `v1` entry. */
  symmetric: KeyObject[]
  /** Ed25519 keys, newest first. Each makes a `v1a` entry. */
  asymmetric?: KeyObject[]
}

export function symmetricKey(bytes: Buffer): KeyObject {
  return createSecretKey(bytes)
}

/** The Ed25519 key of a seed of 32 bytes. Node reads it in the wrapping of RFC 8410. */
export function asymmetricKey(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' })
}

export function newSecret(): Buffer {
  return randomBytes(secretBytes)
}

/** The key of a secret in its shown form; null for any other text. */
export function readSecret(text: string): KeyObject | null {
  const bytes = Buffer.from(text.slice(secretPrefix.length), 'base64')
  const isSecret = text.startsWith(secretPrefix) && bytes.length >= 24 && bytes.length <= 64
  return isSecret ? symmetricKey(bytes) : null
}

/** The shown form of a secret. */
export function formatSecret(key: Buffer): string {
  return secretPrefix + key.toString('base64')
}

/**
 * The value of `webhook-signature`: one entry for each key over `id.timestamp.body`. It signs the sent bytes and never
 * text, because a body need not be UTF-8. `timestamp` is in whole unix seconds.
 */
export function signBody(keys: SigningKeys, id: string, timestamp: number, body: Buffer): string {
  const head = `${id}.${timestamp}.`
  const entries = keys.symmetric.map(
    (key) => `v1,${createHmac('sha256', key).update(head).update(body).digest('base64')}`,
  )
  if (keys.asymmetric?.length) {
    const content = Buffer.concat([Buffer.from(head), body])
    for (const key of keys.asymmetric) entries.push(`v1a,${sign(null, content, key).toString('base64')}`)
  }
  return entries.join(' ')
}
