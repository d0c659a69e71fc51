/** The bytes of a text in base64. Node skips letters that do not belong to it; here they make it null. Line ends and the letters for URLs are let be. */
export function decodeBase64(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64')
  const letters = base64.length - (base64.match(/[\r\n\t =]/g)?.length ?? 0)
  return Math.floor((letters * 3) / 4) === bytes.length ? bytes : null
}
