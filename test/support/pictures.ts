import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { type Chunk, writeChunks } from '../../src/adapters/drawings/chunks.ts'

type Header = { width?: number; height?: number; depth?: number; colour?: number; interlace?: number }

export function header(over: Header = {}): Chunk {
  const { width = 40, height = 10, depth = 8, colour = 6, interlace = 0 } = over
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([depth, colour, 0, 0, interlace], 8)
  return { type: 'IHDR', data }
}

export const chunk = (type: string, data: Uint8Array | string = ''): Chunk => ({ type, data: Buffer.from(data) })
const end = chunk('IEND')

/** Pixels that are all alike: 0 is nothing drawn. The bytes of a row follow its filter. */
export const pixels = (rowBytes = 160, rows = 10, value = 0) =>
  chunk('IDAT', deflateSync(Buffer.alloc((rowBytes + 1) * rows, value)))
const zeros = (bytes: number) => deflateSync(Buffer.alloc(bytes), { level: 9 })

export const picture = (...chunks: Chunk[]) => writeChunks([...chunks, end])

/** A black bar on nothing, with a chunk before its pixels. */
export function inked(...before: Chunk[]): Buffer {
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(160, Buffer.of(0, 0, 0, 255))])
  return picture(header(), ...before, chunk('IDAT', deflateSync(Buffer.concat(Array(10).fill(row)))))
}

/** The largest blank drawing that is legal: a few kilobytes that are 11 MB of pixels. */
export const largestBlank = () => picture(header({ width: 2_400, height: 1_200 }), pixels(9_600, 1_200))

const bomb = zeros(200_000_000)
const flip = (bytes: Buffer, at: number) => Buffer.from(bytes.map((byte, place) => (place === at ? byte ^ 0xff : byte)))
const cut = (bytes: Buffer, from: number, to?: number) => bytes.subarray(from, to)
const palette = chunk('PLTE', Buffer.alloc(6))
const indexed = header({ depth: 1, colour: 3, width: 8, height: 2 })
const moving = chunk('acTL', Buffer.from('0000000200000000', 'hex'))

/** Files that are no picture of ours, each by what is wrong with it. Some are few bytes that want to be many. */
export const malformedPictures: Record<string, Buffer> = {
  'no bytes': Buffer.alloc(0),
  'a signature alone': cut(inked(), 0, 8),
  'another kind of file': Buffer.from('GIF89a'.padEnd(64, '\0')),
  'random bytes': randomBytes(4_096),
  'random bytes after a signature': Buffer.concat([cut(inked(), 0, 8), randomBytes(4_096)]),
  'two headers, the second huge': picture(header(), header({ width: 30_000, height: 30_000 }), pixels()),
  'two headers, the second after the pixels': picture(header(), pixels(), header({ width: 30_000, height: 30_000 })),
  'two headers that are alike': picture(header(), header(), pixels()),
  'no header': picture(pixels()),
  'a header that is not the first chunk': picture(chunk('tEXt', 'a\0b'), header(), pixels()),
  'a header of 12 bytes': picture(chunk('IHDR', cut(header().data, 0, 12)), pixels()),
  'a header of 14 bytes': picture(chunk('IHDR', Buffer.concat([header().data, Buffer.of(0)])), pixels()),
  'no width': picture(header({ width: 0 }), pixels()),
  'no height': picture(header({ height: 0 }), pixels()),
  'a width above all numbers': picture(header({ width: 0xffffffff }), pixels()),
  'a height above all numbers': picture(header({ height: 0x7fffffff }), pixels()),
  'a few pixels too wide': picture(header({ width: 2_401 }), pixels(9_604)),
  'an unknown colour': picture(header({ colour: 5 }), pixels()),
  'a depth that its colour has not': picture(header({ depth: 4 }), pixels()),
  'a depth of 255': picture(header({ depth: 255 }), pixels()),
  interlaced: picture(header({ interlace: 1 }), pixels()),
  'no pixels': picture(header()),
  'pixels of no bytes': picture(header(), chunk('IDAT')),
  'pixels that are not compressed': picture(header(), chunk('IDAT', 'pixels')),
  'pixels for one row too few': picture(header(), pixels(160, 9)),
  'pixels for one row too many': picture(header(), pixels(160, 11)),
  'pixels with an unknown filter': picture(header(), pixels(160, 10, 9)),
  'pixels that inflate to 200 MB': picture(header(), chunk('IDAT', bomb)),
  'pixels cut short': picture(header(), chunk('IDAT', cut(pixels().data, 0, -6))),
  'bombs in many pieces': picture(header(), ...Array.from({ length: 90 }, () => chunk('IDAT', zeros(1_000_000)))),
  'a thousand empty pieces': picture(header(), ...Array.from({ length: 1_000 }, () => chunk('IDAT')), pixels()),
  'pixels with something between them': picture(header(), pixels(), chunk('tEXt', 'a\0b'), pixels()),
  'a piece that is longer than the file': flip(inked(), 8),
  'a wrong sum': flip(inked(), 29),
  'a wrong sum of the pixels': flip(inked(), inked().length - 14),
  'cut in the header': cut(inked(), 0, 20),
  'cut in the pixels': cut(inked(), 0, 60),
  'without its end': cut(inked(), 0, -12),
  'an end with something in it': cut(picture(header(), pixels(), chunk('IEND', 'x')), 0, -12),
  'something after its end': Buffer.concat([inked(), Buffer.from('<script>')]),
  'a second file after its end': Buffer.concat([inked(), largestBlank()]),
  'an animation': picture(header(), moving, pixels()),
  'an animation after the pixels': picture(header(), pixels(), chunk('fdAT', 'x')),
  'a critical chunk that nobody knows': picture(header(), chunk('ABCD', 'x'), pixels()),
  'a name of no letters': picture(header(), chunk('\0\0\0\0', 'x'), pixels()),
  'a name with a small third letter': picture(header(), chunk('abcd', 'x'), pixels()),
  'indexed colours without a palette': picture(indexed, pixels(1, 2)),
  'a palette after the pixels': picture(indexed, pixels(1, 2), palette),
  'two palettes': picture(indexed, palette, palette, pixels(1, 2)),
  'a palette of no colours': picture(indexed, chunk('PLTE'), pixels(1, 2)),
  'a palette of half a colour': picture(indexed, chunk('PLTE', 'abcd'), pixels(1, 2)),
  'a palette of more colours than the depth': picture(indexed, chunk('PLTE', Buffer.alloc(9)), pixels(1, 2)),
  'a palette of 300 colours': picture(header({ colour: 3 }), chunk('PLTE', Buffer.alloc(900)), pixels(40)),
  'a palette in shades of grey': picture(header({ colour: 0 }), palette, pixels(40)),
  'transparency for more colours than there are': picture(indexed, palette, chunk('tRNS', 'abc'), pixels(1, 2)),
  'transparency before its palette': picture(indexed, chunk('tRNS', 'a'), palette, pixels(1, 2)),
  'transparency beside alpha': picture(header(), chunk('tRNS', 'abcdef'), pixels()),
}

/** Bombs in chunks that say something about a picture. Nobody inflates them: they are left out. */
export const harmlessPictures: Record<string, Buffer> = {
  'a colour profile that inflates to 200 MB': inked(chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), bomb]))),
  'a text that inflates to 200 MB': inked(chunk('zTXt', Buffer.concat([Buffer.from('t\0\0'), bomb]))),
  'an international text that inflates to 200 MB': inked(
    chunk('iTXt', Buffer.concat([Buffer.from('t\0\x01\0\0\0'), bomb])),
  ),
  'a text in many pieces': inked(...Array.from({ length: 500 }, () => chunk('tEXt', 'a\0b'))),
  'a gamma of nothing': inked(chunk('gAMA', Buffer.alloc(4))),
}
