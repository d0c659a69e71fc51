import { readFirst } from '../../../verifier/asn1/der-read.ts'
import { concat, encodeText } from '../../../verifier/asn1/index.ts'
import { readSealedDocument, type SealedDocument } from '../../../verifier/pdf/document.ts'
import type { SealedSample } from '../documents.ts'

/** A file that must not be proven. */
export type Case = { kind: string; bytes: Uint8Array; trust: string }

/** A sealed document, with the places of its parts. */
export type Target = SealedSample & { parts: SealedDocument; hole: { at: number; room: number } }

/** Numbers from 0 to 1, equal for equal seeds (mulberry32). */
export type Random = (below: number) => number

export function seeded(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export async function aimAt(sample: SealedSample): Promise<Target> {
  const parts = await readSealedDocument(sample.bytes)
  const at = find(sample.bytes, '/Contents <', parts.start) + '/Contents <'.length
  const room = (find(sample.bytes, '>', at) - at) / 2
  return { ...sample, parts, hole: { at, room } }
}

/** The place of words, from a position on. */
export function find(bytes: Uint8Array, words: string, from = 0): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(words, from, 'latin1')
  if (at < 0) throw new Error(`There is no ${words}.`)
  return at
}

/** The bytes with some of them replaced. */
export function splice(bytes: Uint8Array, at: number, length: number, words: string | Uint8Array): Uint8Array {
  const put = typeof words === 'string' ? encodeText(words) : words
  return concat([bytes.subarray(0, at), put, bytes.subarray(at + length)])
}

/** The signature of the seal in the file, in DER. */
export function signatureOf({ bytes, hole }: Target): Uint8Array {
  const digits = Buffer.from(bytes.subarray(hole.at, hole.at + hole.room * 2)).toString('latin1')
  return readFirst(Buffer.from(digits, 'hex')).bytes
}

/** The document with another signature instead of the seal's. The document grows for a longer one. */
export function withSignature({ bytes, hole }: Target, der: Uint8Array): Uint8Array {
  const digits = Buffer.from(der)
    .toString('hex')
    .padEnd(hole.room * 2, '0')
  return splice(bytes, hole.at, hole.room * 2, digits)
}
