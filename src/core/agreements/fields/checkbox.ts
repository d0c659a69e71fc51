import { fault } from '../../errors.ts'
import type { FieldKind } from './field.ts'
import { readAs } from './reading.ts'

/** A box to tick. Its value is `true` or empty. */
export const checkbox: FieldKind = {
  about: 'a box to tick',
  options: ['showIf', 'prefill', 'fixed'],
  size: { width: 13, height: 13 },
  filledBy: 'signer',
  keepsLabel: true,
  required: 'required_box',
  findOptionFaults: () => [],
  read: (typed) => readAs({ type: 'checkbox' }, typed, ''),
  findFaults: (path, value) => (value === 'true' ? [] : [fault(path, 'checkbox')]),
  greatestLength: () => 2,
  finish: (value) => ({ kind: 'checkbox', checked: value === 'true' }),
}
