import { writeDrawing } from '../../writing/index.ts'
import { readDrawing } from '../drawing.ts'
import { type Fault, fault } from '../errors.ts'
import { checkTyped, readTyped } from '../typed-text.ts'

/** The signature that the signer entered: a typed name, or a drawing in the page's format. */
export type SignatureInput = { method: 'typed'; text: string } | { method: 'drawn'; drawing: string }

/** The stored mark: a typed name in UTF-8, or a drawing as JSON. */
type KeptMark = { method: 'typed' | 'drawn'; bytes: Buffer }

/** The mark to store, or the faults of a blank name or of a drawing that is missing, malformed or nearly empty. */
export function readMark(input: SignatureInput): KeptMark | Fault[] {
  if (input.method === 'typed') {
    const text = readTyped(input.text)
    const faults = checkTyped(['signature'], text, { maxLength: 200 })
    return faults.length > 0 ? faults : { method: 'typed', bytes: Buffer.from(text) }
  }
  const drawing = readDrawing(input.drawing)
  if (typeof drawing === 'string') return [fault(['signature'], `mark_${drawing}`)]
  return { method: 'drawn', bytes: Buffer.from(writeDrawing(drawing)) }
}
