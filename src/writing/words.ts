/** Keeps a number together with its currency or per cent sign on one line. */
export function glueAmounts(text: string): string {
  return text
    .replace(/(\d)[ \u2009](?=\p{Sc}|[%\u2030]|[A-Z]{3}(?![A-Za-z]))/gu, '$1\u00a0')
    .replace(/(\p{Sc}|(?<![A-Za-z])[A-Z]{3})[ \u2009](?=\d)/gu, '$1\u00a0')
}

const LONG_WORD = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{31,}/gu
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Splits words that are too long for a line into parts, between which a line may break. */
export function splitLongWords(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const { 0: word, index } of text.matchAll(LONG_WORD)) {
    parts.push(text.slice(from, index))
    from = index + word.length
    let part = ''
    for (const { segment } of graphemes.segment(word)) {
      part += segment
      if (part.length >= 12) {
        parts.push(part)
        part = ''
      }
    }
    parts.push(part)
  }
  return [...parts, text.slice(from)].filter((part) => part !== '')
}
