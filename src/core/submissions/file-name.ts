const MOST_BYTES = 150
// Windows takes these names for devices, even with an extension.
const RESERVED = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)/i
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Turns a title into a file name that every system accepts. Letters of any script stay; characters that some system
 * forbids go.
 */
export function fileName(title: string): string {
  const words = title
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?:(?!\u200c|\u200d)[^\p{L}\p{M}\p{N}_ .-])+/gu, '')
    .trim()
    .replace(/\.pdf$/i, '')
    .replace(/ +/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
  let name = ''
  for (const { segment } of graphemes.segment(words)) {
    if (Buffer.byteLength(name + segment) > MOST_BYTES) break
    name += segment
  }
  name = name.replace(/[.-]+$/, '')
  return RESERVED.test(name) || !/[\p{L}\p{N}]/u.test(name) ? 'agreement' : name
}
