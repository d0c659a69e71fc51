import { createHmac, createPrivateKey, randomBytes, sign } from 'node:crypto'

/** `whsec_` and 24 to 64 random bytes in base64 (Standard Webhooks 1.0.0, "Signature scheme"). */
const secretPrefix = 'whsec_'
const secretBytes = 32
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

export type SigningKeys = {
  /** HMAC keys, the newest first; each gets a `v1` entry. */
  symmetric: Buffer[]
  /** Ed25519 seed of 32 bytes; gets a `v1a` entry beside them. */
  seed?: Buffer
}

/** A new symmetric key. */
export function newSecret(): Buffer {
  return randomBytes(secretBytes)
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
  if (keys.seed) {
    const key = createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, keys.seed]), format: 'der', type: 'pkcs8' })
    entries.push(`v1a,${sign(null, Buffer.concat([Buffer.from(head), body]), key).toString('base64')}`)
  }
  return entries.join(' ')
}
