import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { takeRandom } from './random.ts'

/** Encrypts what must be readable later, such as webhook secrets and the data keys of people. */
export type Vault = {
  /** AES-256-GCM with the master key. `purpose` is bound in, so that a ciphertext cannot be moved to another place. */
  seal(purpose: string, plain: Buffer): Buffer
  /** Decrypts. Throws when key, purpose or bytes do not match. */
  open(purpose: string, sealed: Buffer): Buffer
  /** A keyed hash (HMAC-SHA-256) of a text, for looking it up. Only the master key can make it. */
  mark(purpose: string, text: string): Buffer
}

const formatByte = 1
const nonceLength = 12
const tagLength = 16

/** A vault with a master key of 32 bytes. */
export function createVault(masterKey: Buffer): Vault {
  if (masterKey.length !== 32) throw new Error(`The master key must be 32 bytes, not ${masterKey.length}.`)
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', 'sealane vault', 32)))
  const marking = createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', 'sealane marks', 32)))
  return {
    seal: (purpose, plain) => encrypt(key, purpose, plain),
    open: (purpose, sealed) => decrypt(key, purpose, sealed),
    mark: (purpose, text) => createHmac('sha256', marking).update(`${purpose}\n${text}`).digest(),
  }
}

/** AES-256-GCM: format byte, nonce, tag, ciphertext. */
export function encrypt(key: Buffer | KeyObject, purpose: string, plain: Buffer): Buffer {
  const nonce = takeRandom(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([formatByte]), nonce, cipher.getAuthTag(), body])
}

/** Decrypts. Throws when key, purpose or bytes do not match. */
export function decrypt(key: Buffer | KeyObject, purpose: string, sealed: Buffer): Buffer {
  if (sealed[0] !== formatByte) throw new Error('Unknown ciphertext format.')
  const nonce = sealed.subarray(1, 1 + nonceLength)
  const tag = sealed.subarray(1 + nonceLength, 1 + nonceLength + tagLength)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceLength + tagLength)), decipher.final()])
}

/** SHA-256, for secrets of high entropy (keys, tokens) and for content. */
export function sha256(data: string | Uint8Array): Buffer {
  // Asking for hex takes half the time of asking for bytes.
  return Buffer.from(hash('sha256', data, 'hex'), 'hex')
}
