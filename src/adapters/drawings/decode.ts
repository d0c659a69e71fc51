import { inflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { serveWork } from '../../workers/serve.ts'
import { readChunks } from './chunks.ts'
import type { Picture } from './structure.ts'

/** What was drawn: how many pixels carry ink, and the picture without the empty paper around it. */
export type Decoded = { inkedPixels: number; png: Uint8Array }

type Box = { left: number; top: number; right: number; bottom: number }

/** Runs in a worker: decodes one picture. Throws for pixels that are not what the header says. */
serveWork((picture: Picture): Decoded => {
  const bytes = Buffer.from(picture.bytes)
  requireWholePixels(bytes, picture.inflatedBytes)
  const png = PNG.sync.read(bytes)
  const { inkedPixels, box } = findInk(png)
  return { inkedPixels, png: inkedPixels === 0 ? new Uint8Array() : new Uint8Array(cut(png, box)) }
})

// Inflates never more than the header asks for, and takes no less.
function requireWholePixels(bytes: Buffer, length: number): void {
  const data = readChunks(bytes)?.find(({ type }) => type === 'IDAT')?.data ?? Buffer.alloc(0)
  if (inflateSync(data, { maxOutputLength: length }).length !== length) throw new Error('Pixels are missing.')
}

function findInk({ data, width, height }: PNG): { inkedPixels: number; box: Box } {
  const box = { left: width, top: height, right: 0, bottom: 0 }
  let inkedPixels = 0
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      if (!isInk(data, at)) continue
      inkedPixels += 1
      if (x < box.left) box.left = x
      if (x >= box.right) box.right = x + 1
      if (y < box.top) box.top = y
      box.bottom = y + 1
    }
  }
  return { inkedPixels, box }
}

function isInk(data: Buffer, at: number): boolean {
  const [red, green, blue, alpha] = [data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255, data[at + 3] ?? 0]
  return alpha > 64 && red + green + blue < 600
}

function cut(png: PNG, { left, top, right, bottom }: Box): Buffer {
  const part = new PNG({ width: right - left, height: bottom - top })
  PNG.bitblt(png, part, left, top, part.width, part.height, 0, 0)
  return PNG.sync.write(part)
}
