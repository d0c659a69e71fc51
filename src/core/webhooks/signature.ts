import { createHmac, createPrivateKey, createSecretKey, type KeyObject, randomBytes, sign } from 'node:crypto'

/** `whsec_` and 24 to 64 random bytes in base64 (Standard Webhooks 1.0.0, "Signature scheme"). */
const secretPrefix = 'whsec_'
const secretBytes = 32
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

export type SigningKeys = {
  /** HMAC keys, the newest first; each gets a `v1` entry. */
  symmetric: KeyObject[]
  /** Ed25519 keys, the newest first; each gets a `v1a` entry beside them. */
  asymmetric?: KeyObject[]
}

/** The HMAC key of a secret's bytes. */
export function symmetricKey(bytes: Buffer): KeyObject {
  return createSecretKey(bytes)
}

/** The Ed25519 key of a seed of 32 bytes (RFC 8410 wraps it for Node). */
export function asymmetricKey(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' })
}

/** A new symmetric key. */
export function newSecret(): Buffer {
  return randomBytes(secretBytes)
}

/** The key behind the form that is shown to people, or null when the text is no such secret. */
export function readSecret(text: string): KeyObject | null {
  const bytes = Buffer.from(text.slice(secretPrefix.length), 'base64')
  const isSecret = text.startsWith(secretPrefix) && bytes.length >= 24 && bytes.length <= 64
  return isSecret ? symmetricKey(bytes) : null
}

/** The form that is shown to people. */
export function formatSecret(key: Buffer): string {
  return secretPrefix + key.toString('base64')
}

/**
 * The value of `webhook-signature`: one entry per key over `id.timestamp.body`, computed over the bytes that are sent,
 * never over text (a body need not be UTF-8). `timestamp` is in whole unix seconds.
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
