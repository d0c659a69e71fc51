/**
 * Whether two names are the same name as people write names: case, accents, spacing, punctuation and order do not matter.
 */
export function isSameName(one: string, other: string): boolean {
  return foldings.some((fold) => foldings.some((otherFold) => isSame(wordsOf(fold(one)), wordsOf(otherFold(other)))))
}

/**
 * Whether what somebody typed is their name, or words of it: `Robin` and `clear, robin` of Robin A. Clear. A word that
 * the name does not have makes it another name.
 */
export function isNameOf(typed: string, name: string): boolean {
  const words = name.split(between).filter(Boolean)
  if (words.length > mostWords) return isSameName(typed, name)
  return subsetsOf(words).some(
    (some) => lettersOf(some) >= Math.min(2, lettersOf(words)) && isSameName(typed, some.join(' ')),
  )
}

/** More words than this are compared in their order only as a whole, to bound the work. */
const mostWords = 8
const between = /[\s,;]+/u

type Fold = (name: string) => string

const fold: Fold = (name) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłħıς]/gu, (letter) => spellings[letter] ?? letter)

/** Letters that no accent makes, as people write them without such a key. */
const spellings: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ς: 'σ' },
}
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** Müller is written Muller, and Mueller. */
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

/** Whether the words of both, each in some order, make the same row of letters: `o brien` and `obrien` do. */
function isSame(one: string[], other: string[]): boolean {
  const letters = (words: string[]) => [...words.join('')].sort().join('')
  if (one.length === 0 || letters(one) !== letters(other)) return false
  if (one.length > mostWords || other.length > mostWords) return one.join('') === other.join('')
  return meets('', one, other)
}

/** `rest` is what stands over of the words taken so far, and is to be met by words of `other`. */
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
