import { findLengthFault } from '../../text.ts'
import { readTyped } from '../../typed-text.ts'
import type { FieldKind } from './field.ts'

const longest = 10

/** The first letters of the signer's names, to show that they saw one passage. */
export const initials: FieldKind = {
  about: 'typed initials beside a passage',
  options: [],
  filledBy: 'signer',
  keepsLabel: false,
  required: 'required_initials',
  findOptionFaults: () => [],
  read: (typed) => readTyped(typed),
  findFaults: (path, value) => findLengthFault(path, value, longest),
  greatestLength: () => longest,
  finish: (value) => ({ kind: 'initials', letters: value }),
}
