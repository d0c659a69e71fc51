import type { FieldKind } from './field.ts'

/** A box to tick. Its value is `true`, or nothing. */
export const checkbox: FieldKind = {
  about: 'a box to tick',
  options: [],
  filledBy: 'signer',
  keepsLabel: true,
  required: 'Tick this box to go on.',
  findOptionFaults: () => [],
  read: (typed) => (typed === 'false' ? '' : typed),
  findFaults: (value) => (value === 'true' ? [] : [{ rule: 'checkbox', message: 'Tick the box or leave it.' }]),
  greatestLength: () => 2,
  finish: (value) => ({ kind: 'checkbox', checked: value === 'true' }),
}
