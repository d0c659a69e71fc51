import { findLengthFault } from '../../text.ts'
import { readTyped } from '../../typed-text.ts'
import type { FieldKind } from './field.ts'
import { optionFault } from './options.ts'

const longest = 2_000

/** Words of one line, or of several. */
export const text: FieldKind = {
  about: 'words',
  options: ['maxLength', 'multiline'],
  filledBy: 'signer',
  keepsLabel: false,
  required: 'Fill this in.',
  findOptionFaults({ maxLength }) {
    if (maxLength === undefined || (maxLength >= 1 && maxLength <= longest)) return []
    return optionFault('maxLength', 'range', `A text has at most 1 to ${longest} characters.`)
  },
  read: (typed, { multiline }) => readTyped(typed, { multiline: multiline ?? false }),
  findFaults: (value, { maxLength }) => findLengthFault(value, maxLength ?? longest),
  greatestLength: ({ maxLength }) => maxLength ?? longest,
  finish: (value) => ({ kind: 'text', value }),
}
