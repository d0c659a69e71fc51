import type { Bytes } from '../asn1/bytes.ts'

const [strange, padding] = [/[^A-Za-z\d+/]/, /={1,2}$/]

/** Decodes base64; null for any other form than the canonical one. */
export function readBase64(text: string): Bytes | null {
  // Searches, and no form of the whole: a text of a hostile length exhausts the stack of a repeated group.
  if (text.length % 4 !== 0 || strange.test(text.replace(padding, ''))) return null
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
  // The bits behind the last byte must be zero.
  return text.endsWith('=') && writeBase64(bytes) !== text ? null : bytes
}

export function writeBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
