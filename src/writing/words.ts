/** Keeps a number and its sign of money, code of money or per cent on one line. */
export function glueAmounts(text: string): string {
  return text
    .replace(/(\d)[ \u2009](?=\p{Sc}|[%\u2030]|[A-Z]{3}(?![A-Za-z]))/gu, '$1\u00a0')
    .replace(/(\p{Sc}|(?<![A-Za-z])[A-Z]{3})[ \u2009](?=\d)/gu, '$1\u00a0')
}

const LONG_WORD = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{31,}/gu
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The parts of a text between which a line may end where no line would hold a word whole. */
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
