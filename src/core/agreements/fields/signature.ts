import { fault } from '../../errors.ts'
import type { FieldKind } from './field.ts'

/** The place of the signature. Whoever signs has made a mark, so it cannot be left. */
export const signature: FieldKind = {
  about: 'the place of the signature; always required',
  options: [],
  filledBy: 'mark',
  keepsLabel: false,
  required: 'required_signature',
  findOptionFaults: ({ required }) => (required ? [] : [fault(['required'], 'signature_required')]),
  read: () => '',
  findFaults: () => [],
  // A mark is a picture, or a name in large letters.
  greatestLength: () => 1_000,
  finish: (_value, _blank, { mark }) => ({ kind: 'signature', mark }),
}
