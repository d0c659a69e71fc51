import type { Fault } from './errors.ts'
import { isVisible } from './visible-text.ts'

// Named as the Unicode charts name them, so that whoever meets the error can find the character in their data.
const forbidden: { pattern: RegExp; name: string }[] = [
  { pattern: /\0/, name: 'NUL' },
  { pattern: /\p{Cc}/u, name: 'control character' },
  { pattern: /[\u202a-\u202e\u2066-\u2069]/, name: 'bidirectional override' },
  { pattern: /[\ufdd0-\ufdef]|[\ufffe\uffff]/, name: 'non-character' },
  { pattern: /\p{Cs}/u, name: 'lone surrogate' },
]

export type TextRule = { maxLength: number; minLength?: number; multiline?: boolean }

export type ForbiddenCharacter = { name: string; code: string; position: number }

/**
 * The broken rules of a text: "Text fields support UTF-8, but do not allow certain special characters" (Harbour guide).
 * Refused by name and position: control characters (tab and line ends pass in multi-line text), bidi overrides,
 * non-characters and lone surrogates. Lengths count code points. A text of which nothing can be seen is empty.
 */
export function checkText(path: string[], value: string, rule: TextRule): Fault[] {
  const found = findForbidden(value, rule.multiline ?? false)
  if (found) {
    return [
      { path, rule: 'characters', message: `Remove the ${found.name} (${found.code}) at position ${found.position}.` },
    ]
  }
  const tooLong = findLengthFault(value, rule.maxLength)
  if (tooLong.length > 0) return tooLong.map((fault) => ({ path, ...fault }))
  const isBlank = !isVisible(value) || value.trim().length < (rule.minLength ?? 0)
  return isBlank && (rule.minLength ?? 0) > 0 ? [{ path, rule: 'required', message: 'Fill this in.', value }] : []
}

/** The fault of a text that has more code points than it may. */
export function findLengthFault(value: string, maxLength: number) {
  const length = [...value].length
  if (length <= maxLength) return []
  const message = `Use at most ${maxLength} characters; this has ${length}.`
  return [{ rule: 'max_length', message, params: { maxLength, length } }]
}

/** The first forbidden character, with its position counted in code points from 1; null when there is none. */
export function findForbidden(value: string, multiline: boolean): ForbiddenCharacter | null {
  let position = 0
  for (const letter of value) {
    position += 1
    const name = nameOf(letter, multiline)
    if (name) return { name, code: codeOf(letter), position }
  }
  return null
}

/** A character as the Unicode charts write it, for example U+00AD. */
export function codeOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function nameOf(letter: string, multiline: boolean): string | undefined {
  if (letter === '\t' || letter === '\n' || letter === '\r') return multiline ? undefined : 'control character'
  const code = letter.codePointAt(0) ?? 0
  // The last two code points of every plane are non-characters.
  if ((code & 0xfffe) === 0xfffe) return 'non-character'
  return forbidden.find(({ pattern }) => pattern.test(letter))?.name
}
