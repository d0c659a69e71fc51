import { type Bytes, isSame } from './bytes.ts'
import { type Der, partsOf, readDer } from './der-read.ts'
import { context, integer, nothing, oid, sequence, tags } from './der-write.ts'
import { hashOids, oids, signatureOids } from './oids.ts'
import { Refused } from './refused.ts'
import { readOid } from './values.ts'

/** The hashes that the verifier accepts. */
export type StrongHash = 'SHA-256' | 'SHA-384' | 'SHA-512'
type Family = 'ECDSA' | 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'
export type SignatureAlgorithm = { family: Family; hash: StrongHash }

/** The hash of a digest algorithm. Its parameters may be absent or NULL (RFC 5754, section 2). */
export function readHash(value: Der): StrongHash {
  const parts = partsOf(value, tags.sequence)
  const name = readOid(parts.take(tags.oid))
  parts.maybe(tags.nothing)
  parts.end()
  const found = strong.find((hash) => hashOids[hash] === name)
  return found ?? refuse(`The hash ${name} is not believed.`)
}

const strong = ['SHA-256', 'SHA-384', 'SHA-512'] as const

export function writeHash(hash: StrongHash): Bytes {
  return sequence(oid(hashOids[hash]))
}

/** The algorithm of a signature. An algorithm without a hash takes the given digest's. */
export function readSignatureAlgorithm(value: Der, digest?: StrongHash): SignatureAlgorithm {
  const parts = partsOf(value, tags.sequence)
  const name = readOid(parts.take(tags.oid))
  const known = Object.entries(signatureOids).find(([id]) => id === name)?.[1]
  if (name === oids.rsaPss) return pssOf(value)
  if (known?.family !== 'ECDSA') parts.take(tags.nothing)
  parts.end()
  if (known && (digest === undefined || digest === known.hash)) return known
  if (name === oids.rsaEncryption && digest) return { family: 'RSASSA-PKCS1-v1_5', hash: digest }
  return refuse(`The signature algorithm ${name} is not believed.`)
}

/** The algorithm as a SignerInfo names it. RSA is named by its key alone, as openssl does. */
export function writeSignerAlgorithm(algorithm: SignatureAlgorithm): Bytes {
  if (algorithm.family === 'RSASSA-PKCS1-v1_5') return sequence(oid(oids.rsaEncryption), nothing())
  return writeSignatureAlgorithm(algorithm)
}

/** The algorithm as certificates name it. */
export function writeSignatureAlgorithm({ family, hash }: SignatureAlgorithm): Bytes {
  if (family === 'RSA-PSS') return writePss(hash)
  const found = Object.entries(signatureOids).find(([, one]) => one.family === family && one.hash === hash)
  if (!found) throw new Error(`There is no signature algorithm of ${family} and ${hash}.`)
  return family === 'ECDSA' ? sequence(oid(found[0])) : sequence(oid(found[0]), nothing())
}

export const saltLengths: Record<StrongHash, number> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 }

// Only one form is accepted: a salt as long as the hash, and a mask with the same hash.
function writePss(hash: StrongHash): Bytes {
  const digest = sequence(oid(hashOids[hash]), nothing())
  const parameters = sequence(
    derInside(0, digest),
    derInside(1, sequence(oid(oids.mgf1), digest)),
    derInside(2, integer(saltLengths[hash])),
  )
  return sequence(oid(oids.rsaPss), parameters)
}

function derInside(number: number, value: Uint8Array): Bytes {
  const inner = sequence(value)
  inner[0] = context(number)
  return inner
}

function pssOf(value: Der): SignatureAlgorithm {
  const bare = (bytes: Uint8Array) => bytes
  const hash = strong.find((one) => isSame(bare(writePss(one)), value.bytes))
  return hash ? { family: 'RSA-PSS', hash } : refuse('The form of RSA-PSS is not taken.')
}

/** The kind of a public key, from its SubjectPublicKeyInfo. */
export type KeyKind = { family: 'EC'; curve: 'P-256' | 'P-384' | 'P-521' } | { family: 'RSA' }

const curves = { [oids.p256]: 'P-256', [oids.p384]: 'P-384', [oids.p521]: 'P-521' } as const

export function readKeyKind(publicKey: Uint8Array): KeyKind {
  const parts = partsOf(partsOf(readDer(publicKey), tags.sequence).take(tags.sequence))
  const name = readOid(parts.take(tags.oid))
  if (name === oids.rsaEncryption || name === oids.rsaPss) return { family: 'RSA' }
  const curve = name === oids.ecPublicKey ? readOid(parts.take(tags.oid)) : ''
  const known = Object.entries(curves).find(([id]) => id === curve)?.[1]
  return known ? { family: 'EC', curve: known } : refuse(`Keys of the kind ${name} are not believed.`)
}

function refuse(message: string): never {
  throw new Refused('algorithm', message)
}
