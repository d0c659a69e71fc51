import { DomainError, type Fault } from '../errors.ts'
import { checkTyped, readTyped } from '../typed-text.ts'

/** How the signer made their mark: a typed name, or a drawing as a PNG file. */
export type SignatureInput = { method: 'typed'; text: string } | { method: 'drawn'; png: Buffer }

/** A drawing that was read: how many pixels carry ink, and the picture without the empty paper around it. */
export type Drawing =
  | { inkedPixels: number; png: Buffer }
  /** No whole PNG file of one still picture, too large, or too many others wait to be read. */
  | { refused: 'png' | 'size' | 'busy' }

/** Reads a PNG file that a stranger sent. However it is made, it takes little memory and time, and never throws. */
export type ReadDrawing = (file: Buffer, largest: { bytes: number; width: number; height: number }) => Promise<Drawing>

/** The mark as it is kept: a typed name in UTF-8, or a PNG file. */
export type KeptMark = { method: 'typed' | 'drawn'; bytes: Buffer }

const largest = { bytes: 256 * 1024, width: 2_400, height: 1_200 }
/** Fewer dark pixels than this are a slip of the finger, not a mark. */
const leastInk = 30
const again = 'Draw it again, or type your name.'

/**
 * The mark as it is kept, or its broken rules: a blank name, a drawing with nothing drawn, or bytes that are not a small
 * PNG. A drawing is read once. Throws `busy` when too many others are being read.
 */
export async function readMark(input: SignatureInput, read: ReadDrawing): Promise<KeptMark | Fault[]> {
  if (input.method === 'typed') {
    const text = readTyped(input.text)
    const faults = checkTyped(['signature'], text, { maxLength: 200 })
    return faults.length > 0 ? faults : { method: 'typed', bytes: Buffer.from(text) }
  }
  const drawing = await read(input.png, largest)
  if (!('refused' in drawing)) {
    if (drawing.inkedPixels < leastInk)
      return refuse('drawn', 'Nothing is drawn yet. Draw your signature, or type your name.')
    return { method: 'drawn', bytes: drawing.png }
  }
  if (drawing.refused === 'png') return refuse('png', `The drawing did not arrive whole. ${again}`)
  if (drawing.refused === 'size') return refuse('size', `The drawing is too large. ${again}`)
  const message = 'Many people sign at this moment. Go back and press the button again in a few seconds.'
  throw new DomainError('unavailable', 'busy', message, { retryAfterSeconds: 2 })
}

function refuse(rule: string, message: string): Fault[] {
  return [{ path: ['signature'], rule, message }]
}
