/**
 * Decodes base64; null for text with foreign characters, which Node would skip. White space and the URL-safe alphabet
 * are accepted.
 */
export function decodeBase64(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64')
  const letters = base64.length - (base64.match(/[\r\n\t =]/g)?.length ?? 0)
  return Math.floor((letters * 3) / 4) === bytes.length ? bytes : null
}
