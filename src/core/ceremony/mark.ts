import { PNG } from 'pngjs'
import { type Fault, invalid } from '../errors.ts'
import { checkText } from '../text.ts'

/** How the signer made their mark: a typed name, or a drawing as a PNG file. */
export type SignatureInput = { method: 'typed'; text: string } | { method: 'drawn'; png: Buffer }

const maxBytes = 256 * 1024
const maxWidth = 2_400
const maxHeight = 1_200
/** Fewer dark pixels than this are a slip of the finger, not a mark. */
const leastInk = 30

/** The broken rules of a mark: a blank name, a drawing with nothing drawn, or bytes that are not a small PNG. */
export function checkMark(input: SignatureInput): Fault[] {
  if (input.method === 'typed') return checkText(['signature'], input.text.trim(), { maxLength: 200, minLength: 1 })
  const { png } = input
  // No browser draws an interlaced file, and reading one has no bound on memory.
  const isPng = png.length > 33 && png[28] === 0 && png.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))
  if (!isPng) return [drawing('png', 'The drawing did not arrive whole. Draw it again, or type your name.')]
  if (png.length > maxBytes || png.readUInt32BE(16) > maxWidth || png.readUInt32BE(20) > maxHeight) {
    return [drawing('size', 'The drawing is too large. Draw it again, or type your name.')]
  }
  try {
    if (countInk(PNG.sync.read(png)) >= leastInk) return []
  } catch {
    return [drawing('png', 'The drawing did not arrive whole. Draw it again, or type your name.')]
  }
  return [drawing('drawn', 'Nothing is drawn yet. Draw your signature, or type your name.')]
}

/** The mark as it is kept. Throws `validation_failed`. */
export function requireMark(input: SignatureInput) {
  const faults = checkMark(input)
  if (faults.length > 0) throw invalid(faults)
  return input.method === 'typed'
    ? { signature_method: 'typed' as const, signature_text: input.text.trim(), signature_image: null }
    : { signature_method: 'drawn' as const, signature_text: null, signature_image: trim(input.png) }
}

function drawing(rule: string, message: string): Fault {
  return { path: ['signature'], rule, message }
}

function countInk({ data }: PNG): number {
  let inked = 0
  for (let at = 0; at < data.length; at += 4) if (isInk(data, at)) inked += 1
  return inked
}

/** The drawing without the empty paper around it, so that it fills the place it is printed in. */
function trim(bytes: Buffer): Buffer {
  const png = PNG.sync.read(bytes)
  const { data, width, height } = png
  const box = { left: width, top: height, right: 0, bottom: 0 }
  for (let at = 0; at < data.length; at += 4) {
    if (!isInk(data, at)) continue
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)]
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x + 1)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y + 1)
  }
  const cut = new PNG({ width: box.right - box.left, height: box.bottom - box.top })
  PNG.bitblt(png, cut, box.left, box.top, cut.width, cut.height, 0, 0)
  return PNG.sync.write(cut)
}

function isInk(data: Buffer, at: number): boolean {
  const [red = 255, green = 255, blue = 255, alpha = 0] = data.subarray(at, at + 4)
  return alpha > 64 && red + green + blue < 600
}
