import { fault } from '../../errors.ts'
import type { FieldKind } from './field.ts'

/** The place of the signature. It cannot be left empty, because everybody who signs makes a mark. */
export const signature: FieldKind = {
  about: 'the place of the signature; always required',
  options: [],
  size: { width: 180, height: 44 },
  filledBy: 'mark',
  keepsLabel: false,
  required: 'required_signature',
  findOptionFaults: ({ required }) => (required ? [] : [fault(['required'], 'signature_required')]),
  read: () => '',
  findFaults: () => [],
  // The space that a mark takes: a picture, or a name in large letters.
  greatestLength: () => 1_000,
  finish: (_value, _blank, { mark }) => ({ kind: 'signature', mark }),
}
