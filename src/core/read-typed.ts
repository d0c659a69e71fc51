import { isVisible } from './visible-text.ts'

const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
// The ideographic space stays, because it belongs to Chinese and Japanese names.
const otherSpace = /[\t\u2800]|(?!\u3000)\p{Zs}/gu
const invisible = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u
// These characters count as visible, because the signer gets a fault for them.
const unprintable = /(?!\n)[\p{Cc}\p{Co}]/u
// The flag of a region is a black flag followed by invisible letters.
const regionFlag = /^\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}/u

/**
 * Cleans typed or pasted text: invisible debris (marks of direction, soft hyphens, byte order marks, fillers, tags)
 * goes, and every kind of space becomes a plain one, line ends too unless `multiline`. Invisible characters that shape
 * others stay, such as joiners of Persian and emoji. Text without anything visible becomes empty.
 */
export function readTyped(typed: string, { multiline }: { multiline: boolean } = { multiline: false }): string {
  const lines = typed.replace(lineEnd, multiline ? '\n' : ' ').replace(otherSpace, ' ')
  const kept = invisible.test(lines) ? withoutInvisible(lines) : lines
  return isVisible(kept) || unprintable.test(kept) ? kept.trim() : ''
}

/**
 * Cleans typed text for machines (an address, a number) as readTyped does. Full-width letters become narrow, all dashes
 * become hyphens, and digits of other scripts become ASCII digits.
 */
export function readTypedCode(typed: string): string {
  const plain = readTyped(typed).normalize('NFKC')
  const digits = plain.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)))
  return digits.replace(/[\p{Pd}\u2212]/gu, '-').replace(/\s+/gu, ' ')
}

// The ten digits of a script follow each other from its zero.
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

function withoutInvisible(text: string): string {
  const letters = [...text]
  const kept: string[] = []
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? ''
    const [flag] = letter === '\u{1f3f4}' ? (regionFlag.exec(letters.slice(at, at + 9).join('')) ?? []) : []
    if (flag) at += [...flag].length - 1
    if (flag || !invisible.test(letter) || shapes(letter, kept.at(-1) ?? '', letters[at + 1] ?? '')) {
      kept.push(flag ?? letter)
    }
  }
  return kept.join('')
}

/** Whether an invisible character changes how its neighbours look. */
function shapes(letter: string, before: string, after: string): boolean {
  return neighbours.some(([which, left, right]) => which.test(letter) && left.test(before) && right.test(after))
}

const anything = /^/
const joined =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}]/u

// Which characters shape others, after what, and before what.
const neighbours: [RegExp, RegExp, RegExp][] = [
  [/[\u200c\u200d]/, joined, joined],
  [/[\ufe0e\ufe0f]/, /\p{Emoji}/u, anything],
  [/[\ufe00-\ufe0d]/, /[\p{L}\p{S}\p{M}]/u, anything],
  [/[\u{e0100}-\u{e01ef}]/u, /\p{Script=Han}/u, anything],
  [/[\u180b-\u180f]/, /\p{Script=Mongolian}/u, anything],
  [/\u034f/, /\p{M}/u, /\p{M}/u],
  [/\u115f/, anything, /[\u1160-\u11a7\ud7b0-\ud7c6]/],
  [/\u1160/, /[\u1100-\u115f\ua960-\ua97c]/, anything],
]
