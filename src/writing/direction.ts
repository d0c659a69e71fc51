/** The reading direction of lines. */
export type Direction = 'ltr' | 'rtl'

const LETTER = /\p{L}/u
const LETTERS = /\p{L}/gu
// The blocks of right-to-left letters. Most texts have no letter of these blocks, so this test comes first.
const MAY_BE_FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufeff\ud802\ud803\ud83a\ud83b]/
const FROM_RIGHT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mende_Kikakui}\p{Script=Yezidi}]/u
const SCRIPTS_FROM_RIGHT = new Set([
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Samr',
  'Mand',
  'Adlm',
  'Rohg',
  'Mend',
  'Yezi',
])

/** The reading direction of a language (BCP 47). */
export function directionOfLanguage(tag: string): Direction {
  return SCRIPTS_FROM_RIGHT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/**
 * The reading direction of a block in a document with the direction `base`. In a right-to-left document one
 * right-to-left letter decides, because such text often begins with Latin names. Otherwise the majority of letters
 * decides.
 */
export function directionOf(text: string, base: Direction): Direction {
  if (!hasFromRight(text)) return LETTER.test(text) ? 'ltr' : base
  let fromRight = 0
  let fromLeft = 0
  for (const [letter] of text.matchAll(LETTERS)) {
    if (FROM_RIGHT.test(letter)) fromRight++
    else fromLeft++
    if (base === 'rtl' && fromRight > 0) return 'rtl'
  }
  if (fromRight + fromLeft === 0) return base
  return fromRight > fromLeft ? 'rtl' : 'ltr'
}

/** Whether a text has letters that are read from right to left. */
export function hasFromRight(text: string): boolean {
  return MAY_BE_FROM_RIGHT.test(text) && FROM_RIGHT.test(text)
}
