import { type KeyKind, readKeyKind, type SignatureAlgorithm, saltLengths } from './algorithms.ts'
import { type Bytes, concat, own } from './bytes.ts'
import { partsOf, readDer } from './der-read.ts'
import { sequence, tags, unsigned } from './der-write.ts'
import { native } from './native.ts'
import { Refused } from './refused.ts'
import { readInteger } from './values.ts'

/** The size of a coordinate in bytes, and the order of the curve. */
const curves = {
  'P-256': { size: 32, order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n },
  'P-384': {
    size: 48,
    order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  'P-521': {
    size: 66,
    order:
      0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
} as const

type Curve = keyof typeof curves

/** The size of an RSA public key with 2,048 bits. */
const leastRsa = 290

// Opened keys are kept, because opening a key costs as much as verifying a signature.
const opened = new WeakMap<Uint8Array, object>()

/** Whether a key has signed data. Throws Refused for an algorithm that does not fit the key. */
export async function isSignedBy(
  publicKey: Uint8Array,
  algorithm: SignatureAlgorithm,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  const kind = readKeyKind(publicKey)
  if ((kind.family === 'EC') !== (algorithm.family === 'ECDSA'))
    throw new Refused('algorithm', 'The signature algorithm does not fit the key.')
  if (kind.family === 'RSA' && publicKey.length < leastRsa) throw new Refused('algorithm', 'The RSA key is too short.')
  if (native && kind.family === 'EC') {
    const key = opened.get(publicKey) ?? native.createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
    opened.set(publicKey, key)
    return native.verify(algorithm.hash, data, { key, dsaEncoding: 'ieee-p1363' }, toRaw(signature, kind.curve))
  }
  const { subtle } = globalThis.crypto
  const key = await subtle.importKey('spki', own(publicKey), importAs(kind, algorithm), false, ['verify'])
  const bytes = kind.family === 'EC' ? toRaw(signature, kind.curve) : own(signature)
  return subtle.verify(verifyAs(algorithm), key, bytes, own(data))
}

function importAs(kind: KeyKind, { family, hash }: SignatureAlgorithm) {
  return kind.family === 'EC' ? { name: 'ECDSA', namedCurve: kind.curve } : { name: family, hash }
}

function verifyAs({ family, hash }: SignatureAlgorithm) {
  return family === 'RSA-PSS' ? { name: family, saltLength: saltLengths[hash] } : { name: family, hash }
}

/** An ECDSA signature as its two numbers, each in the curve's size. */
function toRaw(signature: Uint8Array, curve: Curve): Bytes {
  const { r, s } = readNumbers(signature)
  const { size } = curves[curve]
  return concat([toBytes(r, size), toBytes(s, size)])
}

/**
 * An ECDSA signature with the smaller of the two valid second numbers, which makes its form unique. `signature` may be
 * DER or raw.
 */
export function lowest(signature: Uint8Array, curve: Curve): Bytes {
  const { size, order } = curves[curve]
  const raw = signature.length === size * 2 ? signature : toRaw(signature, curve)
  const s = toNumber(raw.subarray(size))
  const low = s > order / 2n ? order - s : s
  return sequence(unsigned(raw.subarray(0, size)), unsigned(toBytes(low, size)))
}

function readNumbers(signature: Uint8Array): { r: bigint; s: bigint } {
  const parts = partsOf(readDer(signature), tags.sequence)
  const [r, s] = [readInteger(parts.any()), readInteger(parts.any())]
  parts.end()
  return { r, s }
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
}

function toBytes(number: bigint, size: number): Bytes {
  const bytes = new Uint8Array(size)
  let rest = number
  for (let at = size - 1; at >= 0; at--) {
    bytes[at] = Number(rest & 0xffn)
    rest >>= 8n
  }
  if (rest !== 0n || number < 0n) throw new Refused('signature', 'A number of the signature is out of its range.')
  return bytes
}
