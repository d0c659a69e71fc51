/** Bytes that own their memory, as WebCrypto takes them. */
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

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

export function fromHex(text: string): Bytes {
  if (text.length % 2 !== 0 || !/^[\da-f]*$/i.test(text)) throw new Error('This is no hex.')
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
  )
}

export function encodeText(text: string): Bytes {
  return Uint8Array.from(new TextEncoder().encode(text))
}

/** Which of two encodings stands first in a SET OF (X.690, 11.6). */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

export async function hashOf(bytes: Uint8Array, name: HashName = 'SHA-256'): Promise<Bytes> {
  return new Uint8Array(await globalThis.crypto.subtle.digest(name, own(bytes)))
}

/** The same bytes, in memory that WebCrypto takes. */
export function own(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    : Uint8Array.from(bytes)
}
