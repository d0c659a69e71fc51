import { type Chunk, readChunks, writeChunks } from './chunks.ts'

/** A picture whose structure is sound; `bytes` hold its pixels and nothing else, in one IDAT. */
export type Picture = {
  width: number
  height: number
  /** How many bytes the pixels are when inflated; anything else is a lie. */
  inflatedBytes: number
  bytes: Buffer
}

export type Largest = { bytes: number; width: number; height: number }

type Header = { width: number; height: number; depth: number; colour: number }

/** Samples of a pixel by colour type, and the depths that each may have (PNG, table 11.1). */
const colours: Record<number, { samples: number; depths: number[] }> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}
const palette = 3
/** Chunks that a decoder must know. What else is critical is no PNG that we know; what is not is left out unread. */
const critical = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
/** An animation shows what the first picture does not. */
const moving = new Set(['acTL', 'fcTL', 'fdAT'])

/**
 * Judges a PNG file by its structure, before anything of it is inflated: `png` when it is none that we take, `size` when
 * it is too large. Taken is what is one still picture, not interlaced, with every chunk in its place.
 */
export function readPicture(file: Buffer, largest: Largest): Picture | 'png' | 'size' {
  if (file.length > largest.bytes) return 'size'
  const chunks = readChunks(file)
  const header = chunks && readHeader(chunks)
  if (!chunks || !header) return 'png'
  if (header.width > largest.width || header.height > largest.height) return 'size'
  const kept = keepPixels(chunks, header)
  if (!kept) return 'png'
  const { width, height } = header
  return { width, height, inflatedBytes: inflatedBytesOf(header), bytes: writeChunks(kept) }
}

function readHeader(chunks: Chunk[]): Header | null {
  const [first, ...rest] = chunks
  if (first?.type !== 'IHDR' || first.data.length !== 13 || rest.some(({ type }) => type === 'IHDR')) return null
  const { data } = first
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth = 0, colour = 0, compression, filter, interlace] = data.subarray(8)
  const isKnown = colours[colour]?.depths.includes(depth) && compression === 0 && filter === 0
  // No browser draws an interlaced file.
  return isKnown && interlace === 0 && width > 0 && height > 0 ? { width, height, depth, colour } : null
}

/** The chunks that the pixels need, or null when one is missing, stands in a wrong place, or is there twice. */
function keepPixels(chunks: Chunk[], header: Header): Chunk[] | null {
  if (chunks.some(({ type }) => moving.has(type) || (isCritical(type) && !critical.has(type)))) return null
  const places = chunks.flatMap(({ type }, place) => (type === 'IDAT' ? [place] : []))
  const [first = -1, last = -1] = [places[0], places.at(-1)]
  if (first < 0 || last - first + 1 !== places.length) return null
  const before = chunks.slice(0, first)
  const colourChunks = readColours(chunks, before, header)
  const [ihdr, end] = [chunks[0], chunks.at(-1)]
  if (!colourChunks || !ihdr || !end) return null
  const data = Buffer.concat(chunks.slice(first, last + 1).map((chunk) => chunk.data))
  return [ihdr, ...colourChunks, { type: 'IDAT', data }, end]
}

/** The palette and the transparency; null when they do not fit the header or each other. */
function readColours(chunks: Chunk[], before: Chunk[], { colour, depth }: Header): Chunk[] | null {
  const all = chunks.filter(({ type }) => type === 'PLTE' || type === 'tRNS')
  const [plte, trns] = ['PLTE', 'tRNS'].map((type) => before.find((chunk) => chunk.type === type))
  const found = [plte, trns].filter((chunk) => chunk !== undefined)
  // Each at most once, in this order, before the pixels.
  if (all.length !== found.length || all.some((chunk, index) => chunk !== found[index])) return null
  const entries = (plte?.data.length ?? 0) / 3
  const isPaletteSound = Number.isInteger(entries) && entries <= 256 && (plte === undefined || entries > 0)
  if (!isPaletteSound || !mayHavePalette(colour, plte !== undefined)) return null
  if (colour === palette && entries > 2 ** depth) return null
  if (trns && trns.data.length !== transparencyBytes(colour, trns.data.length, entries)) return null
  return colour === palette ? found : trns ? [trns] : []
}

// Pictures in colour may suggest one, which nobody needs.
function mayHavePalette(colour: number, hasOne: boolean): boolean {
  return colour === palette ? hasOne : !hasOne || colour === 2 || colour === 6
}

// Of a palette, some of its entries; else one sample of 16 bits for each colour. A picture with alpha has none.
function transparencyBytes(colour: number, length: number, entries: number): number {
  if (colour === palette) return Math.min(Math.max(length, 1), entries)
  return { 0: 2, 2: 6 }[colour] ?? -1
}

function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type)
}

// Each row has one byte more, which says how it was filtered.
function inflatedBytesOf({ width, height, depth, colour }: Header): number {
  const bits = width * depth * (colours[colour]?.samples ?? 0)
  return (Math.ceil(bits / 8) + 1) * height
}
