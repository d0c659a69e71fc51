import type { CharacterKind, NamedCharacter } from '../texts/index.ts'
import { type Fault, fault } from './errors.ts'
import { isVisible } from './visible-text.ts'

// One search finds the first of them. Testing each letter of a long text takes twenty times as long.
const forbidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}\p{Cs}]/u
const forbiddenInLines = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Noncharacter_Code_Point}\p{Cs}]/u

const kinds: { pattern: RegExp; kind: CharacterKind }[] = [
  { pattern: /\0/, kind: 'nul' },
  { pattern: /\p{Cc}/u, kind: 'control' },
  { pattern: /[\u202a-\u202e\u2066-\u2069]/, kind: 'bidi_override' },
  { pattern: /\p{Noncharacter_Code_Point}/u, kind: 'non_character' },
  { pattern: /\p{Cs}/u, kind: 'lone_surrogate' },
]

type TextRule = { maxLength: number; minLength?: number; multiline?: boolean }

type ForbiddenCharacter = NamedCharacter & { position: number }

/**
 * The faults of a text: "Text fields support UTF-8, but do not allow certain special characters" (Harbour guide).
 * Refuses control characters (except tab and line ends when `multiline`), bidi overrides, non-characters and lone
 * surrogates, by name and position. Lengths count code points. Text without anything visible counts as empty.
 */
export function checkText(path: string[], value: string, rule: TextRule): Fault[] {
  const found = findForbidden(value, rule.multiline ?? false)
  if (found) {
    return [fault(path, 'characters', found)]
  }
  const tooLong = findLengthFault(path, value, rule.maxLength)
  if (tooLong.length > 0) return tooLong
  const isBlank = !isVisible(value) || value.trim().length < (rule.minLength ?? 0)
  return isBlank && (rule.minLength ?? 0) > 0 ? [fault(path, 'required', { value })] : []
}

/** The fault of a text with too many code points. */
export function findLengthFault(path: readonly string[], value: string, most: number): Fault[] {
  const length = countLetters(value)
  return length > most ? [fault(path, 'max_length', { most, length })] : []
}

/** The first forbidden character, with its position in code points from 1; null without any. */
export function findForbidden(value: string, multiline: boolean): ForbiddenCharacter | null {
  const found = (multiline ? forbiddenInLines : forbidden).exec(value)
  if (!found) return null
  const [letter] = found
  const kind = kinds.find(({ pattern }) => pattern.test(letter))?.kind ?? 'control'
  return { kind, letter, code: codeOf(letter), position: countLetters(value.slice(0, found.index)) + 1 }
}

/** The number of code points in a text. */
export function countLetters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)
}

/** The notation of a character in the Unicode charts, for example U+00AD. */
export function codeOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
