import type { Bytes } from '../asn1/bytes.ts'

const form = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/

/** Decodes base64; null for any other form than the canonical one. */
export function readBase64(text: string): Bytes | null {
  if (!form.test(text)) return null
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
  // The bits behind the last byte must be zero.
  return text.endsWith('=') && writeBase64(bytes) !== text ? null : bytes
}

export function writeBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
