import { native } from './native.ts'

/** Bytes in their own memory, as WebCrypto needs them. */
export type Bytes = Uint8Array<ArrayBuffer>

export function concat(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += pairs[byte]
  return text
}

export function fromHex(text: string): Bytes {
  if (text.length % 2 !== 0 || !/^[\da-f]*$/i.test(text)) throw new Error('This is no hex.')
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at++) bytes[at] = digitOf(text, at * 2) * 16 + digitOf(text, at * 2 + 1)
  return bytes
}

// ASCII digits are 0x30 to 0x39; letters start at 0x41 and 0x61.
function digitOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 0x40 ? code - 0x30 : (code & 0x0f) + 9
}

const encoder = new TextEncoder()

export function encodeText(text: string): Bytes {
  return encoder.encode(text)
}

/** Compares two encodings in the order of a SET OF (X.690, 11.6). */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

/** Larger data is hashed in another thread. */
const mostAtOnce = 1 << 19

export async function hashOf(bytes: Uint8Array, name: HashName = 'SHA-256'): Promise<Bytes> {
  if (native && bytes.length <= mostAtOnce) return Uint8Array.from(native.hash(name, bytes, 'buffer'))
  return new Uint8Array(await globalThis.crypto.subtle.digest(name, own(bytes)))
}

/** The same bytes in memory that WebCrypto accepts. */
export function own(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    : Uint8Array.from(bytes)
}
