import { fault } from '../../errors.ts'
import { findLengthFault } from '../../text.ts'
import { readTyped } from '../../typed-text.ts'
import type { FieldKind } from './field.ts'
import { longestText as longest } from './options.ts'

/** Words of one line, or of several. */
export const text: FieldKind = {
  about: 'words',
  options: ['maxLength', 'multiline'],
  filledBy: 'signer',
  keepsLabel: false,
  required: 'required',
  findOptionFaults({ maxLength }) {
    if (maxLength === undefined || (maxLength >= 1 && maxLength <= longest)) return []
    return [fault(['maxLength'], 'option_length', { most: longest })]
  },
  read: (typed, { multiline }) => readTyped(typed, { multiline: multiline ?? false }),
  findFaults: (path, value, { maxLength }) => findLengthFault(path, value, maxLength ?? longest),
  greatestLength: ({ maxLength }) => maxLength ?? longest,
  finish: (value) => ({ kind: 'text', value }),
}
