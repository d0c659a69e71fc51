import { crc32, deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'

const mostColours = 256
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * The same picture with at most 256 colours. Pages have few colours, so nobody sees a difference, and the file has a
 * third of the size.
 */
export async function shrinkPng(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png)
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const colours = readColours(data)
  const palette = choosePalette(colours)
  const indexes = indexColours(colours, palette)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < colours.length; at++) {
    const y = Math.floor(at / width)
    rows[at + y + 1] = indexes.get(colours[at] ?? 0) ?? 0
  }
  const chunks = [chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.flatMap(split)))]
  return Buffer.concat([signature, ...chunks, chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND')])
}

function readColours(rgba: Uint8ClampedArray): Uint32Array {
  const at = (index: number) => rgba[index] ?? 0
  return Uint32Array.from(
    { length: rgba.length / 4 },
    (_, n) => (at(n * 4) << 16) | (at(n * 4 + 1) << 8) | at(n * 4 + 2),
  )
}

function choosePalette(colours: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const byCount = [...counts].sort(([, a], [, b]) => b - a)
  return byCount.slice(0, mostColours).map(([colour]) => colour)
}

/** The index of each colour in the palette, or of its nearest. */
function indexColours(colours: Uint32Array, palette: number[]): Map<number, number> {
  const indexes = new Map(palette.map((colour, index) => [colour, index]))
  const parts = palette.map(split)
  for (const colour of colours) if (!indexes.has(colour)) indexes.set(colour, nearest(split(colour), parts))
  return indexes
}

function nearest(colour: number[], parts: number[][]): number {
  const distances = parts.map((part) => part.reduce((sum, value, n) => sum + (value - (colour[n] ?? 0)) ** 2, 0))
  return distances.indexOf(Math.min(...distances))
}

function split(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
