import { findFamily } from '../writing/index.ts'
import { type Fault, fault } from './errors.ts'
import { codeOf, findForbidden, findLengthFault } from './text.ts'

export { readTyped, readTypedCode } from './read-typed.ts'

/** The faults of a text that readTyped has cleaned. */
export function checkTyped(path: string[], value: string, rule: { maxLength: number; required?: boolean }): Fault[] {
  if (value === '') return rule.required === false ? [] : [fault(path, 'required')]
  return [...findUnprintable(path, value), ...findLengthFault(path, value, rule.maxLength)].slice(0, 1)
}

/**
 * The fault of the first character that cannot be printed: a control or private character, half a surrogate pair, or
 * one that no font has.
 */
export function findUnprintable(path: readonly string[], value: string): Fault[] {
  const found = findForbidden(value, true)
  const letters = [...value]
  const at = found ? found.position - 1 : letters.findIndex((letter) => findFamily(letter) === null)
  const letter = letters[at]
  if (letter === undefined) return []
  const kind = found?.kind ?? (/\p{Co}/u.test(letter) ? 'private' : 'letter')
  const before = tail(letters.slice(0, at))
  return [fault(path, 'unprintable', { kind, letter, code: codeOf(letter), before })]
}

// The letters before the character, enough to find the place.
function tail(letters: string[]): string {
  return letters.slice(-12).join('').trim()
}
