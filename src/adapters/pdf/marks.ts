import type { Mark } from '../../core/agreements/document/index.ts'
import type { SetMark, TypesetJob } from './model.ts'
import type { TextSetter } from './text.ts'

/** Collects the pictures of drawn marks, each once, and says how each mark is set. */
export type Marks = {
  /** The mark in a place of `w` by `h` points. Throws when a drawing cannot be read: no mark is ever left out. */
  set(mark: Mark, place: { w: number; h: number }): SetMark
  images: TypesetJob['images']
}

/** A picture of more pixels than this is no drawn mark; decoding it would cost memory without bound. */
const MAX_MARK_PIXELS = 4_000_000
const ROOM_BESIDE = 8

export function collectMarks(text: TextSetter): Marks {
  const images: TypesetJob['images'] = []
  return {
    images,
    set: (mark, place) => {
      if (mark.kind === 'typed') return { typed: text.isolated(mark.name) }
      const size = sizeOfPng(mark.png)
      const scale = Math.min((place.w - ROOM_BESIDE) / size.width, place.h / size.height)
      const known = images.find(({ bytes }) => bytes === mark.png)
      const name = known?.name ?? `mark-${images.length}.png`
      if (!known) images.push({ name, bytes: mark.png })
      return { image: name, w: size.width * scale, h: size.height * scale, alt: 'drawn signature' }
    },
  }
}

/** Reads width and height where the PNG format puts them: in its first chunk, at bytes 16 and 20. */
function sizeOfPng(png: Uint8Array): { width: number; height: number } {
  if (png.length < 24) throw new Error('the drawn mark is not a PNG file')
  const header = new DataView(png.buffer, png.byteOffset, 24)
  const [width, height] = [header.getUint32(16), header.getUint32(20)]
  if (width === 0 || height === 0 || width * height > MAX_MARK_PIXELS) {
    throw new Error(`the drawn mark has ${width} by ${height} pixels, which is not between 1 and ${MAX_MARK_PIXELS}`)
  }
  return { width, height }
}
