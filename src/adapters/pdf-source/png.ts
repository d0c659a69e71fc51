import { crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const grey = 0
const colour = 2
/** Each line is stored as the difference from the line above, which compresses pages well. */
const up = 2

/** A picture of `width` by `height` as a PNG. The bytes of a pixel are blue, green, red and an unused byte. */
export function writePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const isGrey = hasNoColour(pixels)
  const channels = isGrey ? 1 : 3
  const row = width * channels
  const lines = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y++) {
    const line = y * (row + 1)
    lines[line] = up
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++) {
        const here = (y * width + x) * 4 + (2 - channel)
        const above = y === 0 ? 0 : (pixels[here - width * 4] ?? 0)
        lines[line + 1 + x * channels + channel] = (pixels[here] ?? 0) - above
      }
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, isGrey ? grey : colour, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function hasNoColour(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false
  }
  return true
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
