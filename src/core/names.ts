/**
 * Whether two names are the same as people write names. Case, accents, spacing, punctuation and order do not matter.
 */
export function isSameName(one: string, other: string): boolean {
  return foldings.some((fold) => foldings.some((otherFold) => isSame(wordsOf(fold(one)), wordsOf(otherFold(other)))))
}

/**
 * Whether typed text is a person's name or some words of it: `Robin` and `clear, robin` for Robin A. Clear. A word that
 * the name does not have makes it another name.
 */
export function isNameOf(typed: string, name: string): boolean {
  const words = name.split(between).filter(Boolean)
  if (words.length > mostWords) return isSameName(typed, name)
  return subsetsOf(words).some(
    (some) => lettersOf(some) >= Math.min(2, lettersOf(words)) && isSameName(typed, some.join(' ')),
  )
}

/** Longer names are compared only as a whole and in order, to bound the work. */
const mostWords = 8
const between = /[\s,;]+/u

type Fold = (name: string) => string

const fold: Fold = (name) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłħıς]/gu, (letter) => spellings[letter] ?? letter)

/** Letters that have no accent, as people type them without such a key. */
const spellings: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ς: 'σ' },
}
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** People write Müller as Muller or Mueller. */
const foldings: Fold[] = [
  fold,
  (name) =>
    fold(
      name
        .toLowerCase()
        .normalize('NFC')
        .replace(/[äöüøå]/gu, (letter) => spelledOut[letter] ?? letter),
    ),
]

function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

function lettersOf(words: string[]): number {
  return words.join('').replace(/[^\p{L}\p{N}]/gu, '').length
}

/** Whether the words of both names, each in some order, make the same letters: `o brien` equals `obrien`. */
function isSame(one: string[], other: string[]): boolean {
  const letters = (words: string[]) => [...words.join('')].sort().join('')
  if (one.length === 0 || letters(one) !== letters(other)) return false
  if (one.length > mostWords || other.length > mostWords) return one.join('') === other.join('')
  return meets('', one, other)
}

/** `rest` is the unmatched end of the words taken so far, which words of `other` must match. */
function meets(rest: string, own: string[], other: string[]): boolean {
  if (rest === '')
    return own.length === 0 ? other.length === 0 : own.some((word, at) => meets(word, own.toSpliced(at, 1), other))
  return other.some((word, at) => {
    if (rest.startsWith(word)) return meets(rest.slice(word.length), own, other.toSpliced(at, 1))
    return word.startsWith(rest) && meets(word.slice(rest.length), other.toSpliced(at, 1), own)
  })
}

function subsetsOf([first, ...others]: string[]): string[][] {
  if (first === undefined) return [[]]
  return subsetsOf(others).flatMap((set) => [set, [first, ...set]])
}
