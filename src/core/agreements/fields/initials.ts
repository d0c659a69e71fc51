import { writeDrawing } from '../../../writing/index.ts'
import { readDrawing } from '../../drawing.ts'
import { fault } from '../../errors.ts'
import { findLengthFault } from '../../text.ts'
import { readTyped } from '../../typed-text.ts'
import type { FieldKind } from './field.ts'

const longest = 10
/** A drawing of two or three letters: some three thousand places of the pen. */
const largest = 40_000

/** The first letters of the signer's names, typed or drawn, to show that they saw one passage. */
export const initials: FieldKind = {
  about: 'typed or drawn initials beside a passage',
  options: ['showIf'],
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
  // What is drawn is a picture as large as letters.
  greatestLength: () => longest,
  finish(value) {
    if (value === '') return { kind: 'initials', mark: null }
    const drawing = isDrawn(value) ? readDrawing(value) : null
    if (drawing === null) return { kind: 'initials', mark: { kind: 'typed', name: value } }
    if (typeof drawing === 'string') throw new Error('Initials that are kept cannot be read.')
    return { kind: 'initials', mark: { kind: 'drawn', drawing } }
  },
}

/** Whether initials come as a drawing: no letters begin with a brace and reach so far. */
function isDrawn(value: string): boolean {
  return value.startsWith('{') && value.length > longest
}
