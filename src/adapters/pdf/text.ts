import { type FamilyName, findFamily } from '../../writing/index.ts'
import type { Piece } from './model.ts'

/** Turns texts into pieces, and remembers which designs they need. */
export type TextSetter = {
  pieces(text: string, look?: Look): Piece[]
  /** An entered value, whose parts keep their order inside any text. */
  isolated(text: string, look?: Look): Piece[]
  plain(text: string): string
  families: Set<FamilyName>
}
export type Look = { b?: true; i?: true; c?: true; x?: true }

const REPLACEMENT = '\u{fffd}'
/** Characters that are not shown: controls, overrides of direction, tags and fillers. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
/** Joiners, marks of direction, optional and forbidden breaks, and emoji variants. They change their neighbours. */
const KEPT = /[\u00ad\u061c\u200b-\u200f]|\ufe0e|\ufe0f/
const MARKED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}/u
const WORDS = /\s+|[^\s]+/gu
/** A run of this many characters may be wider than a line. Han and kana break anywhere. */
const LONG = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{41,}/u

/**
 * Letters that every document's fonts have and that need no change. Most texts have only these, so this test comes
 * first.
 */
const PLAIN = /^[\x20-\x7e]*$/
const LONG_PLAIN = /[^ ]{41}/

/** `turns` is true when some text of the document runs from right to left. */
export function createTextSetter(language: string, turns: boolean): TextSetter {
  const families = new Set<FamilyName>()

  const plain = (text: string): string => {
    if (PLAIN.test(text)) return text
    const seen = text
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
      .replace(UNSEEN, (letter) => (KEPT.test(letter) ? letter : ''))
    let set = ''
    for (const letter of seen) {
      const family = findFamily(letter, language)
      if (family === null) families.add('signs')
      else if (family !== 'base') families.add(family)
      set += family === null ? REPLACEMENT : letter
    }
    return set
  }

  const pieces = (text: string, look: Look = {}): Piece[] => {
    if (PLAIN.test(text)) return text === '' ? [] : [{ k: 'text', s: text, ...look, ...longOf(LONG_PLAIN, text) }]
    const made: (Piece & { k: 'text' })[] = []
    for (const [word] of plain(text).matchAll(WORDS)) {
      const isMarked = MARKED.test(word)
      const long = longOf(LONG, word)
      const last = made.at(-1)
      const isSpace = word.trim() === ''
      if (last && (isSpace || Boolean(last.m) === isMarked)) Object.assign(last, { s: last.s + word, ...long })
      else made.push({ k: 'text', s: word, ...look, ...(isMarked ? { m: true as const } : {}), ...long })
    }
    if (made.some(({ m }) => m)) for (const family of ['serif-marks', 'sans-marks'] as const) families.add(family)
    return made
  }

  const isolated = (text: string, look: Look = {}): Piece[] => {
    const inner = pieces(text, look)
    const [first, last] = [inner.at(0), inner.at(-1)]
    if (first?.k === 'text') first.s = `\u2068${first.s}`
    if (last?.k === 'text') last.s = `${last.s}\u2069`
    return inner
  }

  return { pieces, isolated: turns ? isolated : pieces, plain, families }
}

function longOf(pattern: RegExp, text: string): { long?: true } {
  return pattern.test(text) ? { long: true } : {}
}
