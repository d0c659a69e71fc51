import type { KeyObject } from 'node:crypto'
import type { Id } from '../ids.ts'
import type { Vault } from '../vault.ts'
import { asymmetricKey, type SigningKeys, symmetricKey } from './signature.ts'
import { secretPurpose } from './webhook.ts'

/** The stored keys of a webhook, sealed. */
export type SealedKeys = {
  webhookId: Id
  secret: Buffer
  previousSecret: Buffer | null
  previousSecretExpiresAt: Date | null
  signingKey: Buffer | null
  /** Signs beside the new key as long as the previous secret does. */
  previousSigningKey: Buffer | null
}

type Keyring = { open(sealed: SealedKeys, now: Date): SigningKeys }

const keysKept = 20_000

/**
 * Opens sealed keys and remembers them by their ciphertext. A rotated key has another ciphertext, so it is never
 * confused with the one before.
 */
export function createKeyring(vault: Vault): Keyring {
  const known = new Map<string, KeyObject>()

  function keyOf(webhookId: Id, sealed: Buffer, make: (bytes: Buffer) => KeyObject): KeyObject {
    const label = `${webhookId}${sealed.toString('latin1')}`
    const found = known.get(label)
    if (found) return found
    if (known.size >= keysKept) known.clear()
    const key = make(vault.open(secretPurpose(webhookId), sealed))
    known.set(label, key)
    return key
  }

  return {
    open({ webhookId, secret, previousSecret, previousSecretExpiresAt, signingKey, previousSigningKey }, now) {
      const overlaps = previousSecretExpiresAt !== null && previousSecretExpiresAt > now
      const secrets = overlaps && previousSecret ? [secret, previousSecret] : [secret]
      const symmetric = secrets.map((one) => keyOf(webhookId, one, symmetricKey))
      if (!signingKey) return { symmetric }
      const pairs = overlaps && previousSigningKey ? [signingKey, previousSigningKey] : [signingKey]
      return { symmetric, asymmetric: pairs.map((one) => keyOf(webhookId, one, asymmetricKey)) }
    },
  }
}
