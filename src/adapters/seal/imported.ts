import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { isSame } from '../../../verifier/asn1/bytes.ts'
import { type Certificate, readCertificate } from '../../../verifier/asn1/certificates.ts'
import type { Imported } from '../../core/evidence/index.ts'
import { SealError } from './fault.ts'

/** The key, and the chain that begins with its certificate. Throws SealError when no certificate belongs to the key. */
export function matchKey(
  keys: readonly Uint8Array[],
  given: readonly Uint8Array[],
): Imported & { privateKey: Uint8Array } {
  const certificates = given.map(readCertificate)
  for (const bytes of keys) {
    const key = createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' })
    const leaf = certificates.find((one) => isFor(key, one))
    if (leaf) return { privateKey: exportKey(key), chain: chainFrom(leaf, certificates) }
  }
  if (keys.length === 0) throw new SealError('key_missing', 'There is no private key in the file.')
  throw new SealError('key_mismatch', 'No certificate in the file is that of the private key.')
}

/** A key that can make seals: RSA with at least 2,048 bits, or EC on a known curve. */
export function exportKey(key: KeyObject): Uint8Array {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  const isFit =
    (key.asymmetricKeyType === 'rsa' && modulusLength >= 2_048) ||
    (key.asymmetricKeyType === 'ec' && ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve))
  if (!isFit)
    throw new SealError('certificate_unfit', 'The key is not RSA of 2,048 bits or more, nor EC on a NIST curve.')
  return key.export({ format: 'der', type: 'pkcs8' })
}

function isFor(key: KeyObject, { publicKey }: Certificate): boolean {
  const theirs = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  const [a, b] = [createPublicKey(key), theirs].map((one) => one.export({ format: 'der', type: 'spki' }))
  return a !== undefined && b !== undefined && a.equals(b)
}

/** The certificates from one to its last present issuer, linked by their names. */
export function chainFrom(leaf: Certificate, all: readonly Certificate[]): Uint8Array[] {
  const chain = [leaf]
  for (let last = leaf; !isSame(last.issuer, last.subject); ) {
    const issuer = all.find((one) => isSame(one.subject, last.issuer) && !chain.includes(one))
    if (!issuer) break
    chain.push(issuer)
    last = issuer
  }
  return chain.map((one) => one.bytes)
}
