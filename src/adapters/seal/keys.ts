import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readKeyKind, type SignatureAlgorithm } from '../../../verifier/asn1/algorithms.ts'
import { lowest } from '../../../verifier/asn1/signatures.ts'
import type { KeyAlgorithm, SealKey } from '../../core/evidence/index.ts'
import { signByCommand } from './command.ts'
import { SealError } from './fault.ts'

/** A new key pair: the private key in PKCS#8, the public key as SubjectPublicKeyInfo. */
export function generateKey(algorithm: KeyAlgorithm): { privateKey: Uint8Array; publicKey: Uint8Array } {
  const pair =
    algorithm === 'ec-p256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 3_072 })
  return {
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }),
  }
}

/** The signature algorithm for a key of this kind. */
export function algorithmOf(publicKey: Uint8Array): SignatureAlgorithm {
  return { family: readKeyKind(publicKey).family === 'EC' ? 'ECDSA' : 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
}

/** Signs with SHA-256. An ECDSA signature is in DER, with the smaller of its two valid numbers. Throws SealError. */
export async function signWith(key: SealKey, publicKey: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const signature = await signRaw(key, data)
  const kind = readKeyKind(publicKey)
  if (kind.family === 'RSA') return signature
  try {
    return lowest(signature, kind.curve)
  } catch (error) {
    throw new SealError('signing_failed', 'The output is no signature of this kind of key.', { cause: error })
  }
}

async function signRaw(key: SealKey, data: Uint8Array): Promise<Uint8Array> {
  if ('command' in key) return signByCommand(key.command, data)
  const privateKey = openKey(key.pkcs8)
  // Handing an EC signature to another thread costs more than making it here.
  if (privateKey.asymmetricKeyType === 'ec') return sign('sha256', data, privateKey)
  return new Promise((resolve, reject) => {
    sign('sha256', data, privateKey, (error, signature) => (error ? reject(error) : resolve(signature)))
  })
}

// Opened keys are kept, because opening a key costs more than signing with it.
const opened = new WeakMap<Uint8Array, KeyObject>()

function openKey(pkcs8: Uint8Array): KeyObject {
  const known = opened.get(pkcs8)
  if (known) return known
  try {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
    opened.set(pkcs8, key)
    return key
  } catch (error) {
    throw new SealError('signing_failed', 'The private key cannot be read.', { cause: error })
  }
}
