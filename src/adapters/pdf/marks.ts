import type { Mark } from '../../core/agreements/document/index.ts'
import { boundsOf, type Drawing, pathOf, penWidth } from '../../writing/index.ts'
import type { SetMark, TypesetJob } from './model.ts'
import type { TextSetter } from './text.ts'

/** Collects the pictures of drawn marks, each once, and sets each mark. */
export type Marks = {
  /** The mark in a place of `w` by `h` points. Throws for a drawing without ink, because no mark may be left out. */
  set(mark: Mark, place: { w: number; h: number }): SetMark
  images: TypesetJob['images']
}

const ROOM_BESIDE = 8
/** The thinnest line, in points, that is visible in print. */
const THINNEST_PEN = 0.5
const INK = '#16306e'

/** `alt` is the text for screen readers. */
export function collectMarks(text: TextSetter, alt: string): Marks {
  const images: TypesetJob['images'] = []
  const names = new Map<string, string>()
  return {
    images,
    set: (mark, place) => {
      if (mark.kind === 'typed') return { typed: text.isolated(mark.name) }
      const { width, height } = boundsOf(mark.drawing)
      if (!(width > 0 && height > 0)) throw new Error('The drawn mark has no ink.')
      const scale = Math.min((place.w - ROOM_BESIDE) / width, place.h / height)
      const picture = pictureOf(mark.drawing, Math.max(penWidth, THINNEST_PEN / scale))
      const name = names.get(picture) ?? `mark-${images.length}.svg`
      if (!names.has(picture)) images.push({ name, bytes: Buffer.from(picture) })
      names.set(picture, name)
      return { image: name, w: width * scale, h: height * scale, alt }
    },
  }
}

/** A drawing as an SVG of lines, cut to its ink. */
function pictureOf(drawing: Drawing, pen: number): string {
  const { x, y, width, height } = boundsOf(drawing)
  const paths = drawing.strokes.map((stroke) => `<path d="${pathOf(stroke)}"/>`).join('')
  const look = `fill="none" stroke="${INK}" stroke-width="${pen}" stroke-linecap="round" stroke-linejoin="round"`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}"><g ${look}>${paths}</g></svg>`
}
