import { writeDrawing } from '../../../writing/index.ts'
import { readDrawing } from '../../drawing.ts'
import { fault } from '../../errors.ts'
import { findLengthFault } from '../../text.ts'
import { readTyped } from '../../typed-text.ts'
import type { FieldKind } from './field.ts'

const longest = 10
/** About three thousand points of the pen, enough for a drawing of three letters. */
const largest = 40_000

/** The initials of the signer, typed or drawn, which show that they saw a passage. */
export const initials: FieldKind = {
  about: 'typed or drawn initials beside a passage',
  options: ['showIf'],
  size: { width: 64, height: 26 },
  filledBy: 'signer',
  keepsLabel: false,
  required: 'required_initials',
  findOptionFaults: () => [],
  read(given) {
    const drawing = isDrawn(given) ? readDrawing(given) : null
    if (drawing === 'drawn') return ''
    return drawing && typeof drawing === 'object' ? writeDrawing(drawing) : readTyped(given)
  },
  findFaults(path, value) {
    if (!isDrawn(value)) return findLengthFault(path, value, longest)
    if (value.length > largest) return [fault(path, 'initials_size')]
    return typeof readDrawing(value) === 'string' ? [fault(path, 'initials_whole')] : []
  },
  // A drawing takes as much room as the letters.
  greatestLength: () => longest,
  finish(value) {
    if (value === '') return { kind: 'initials', mark: null }
    const drawing = isDrawn(value) ? readDrawing(value) : null
    if (drawing === null) return { kind: 'initials', mark: { kind: 'typed', name: value } }
    if (typeof drawing === 'string') throw new Error('Stored initials cannot be read.')
    return { kind: 'initials', mark: { kind: 'drawn', drawing } }
  },
}

/** Whether the initials are a drawing. No typed initials start with a brace and are that long. */
function isDrawn(value: string): boolean {
  return value.startsWith('{') && value.length > longest
}
