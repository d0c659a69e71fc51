import type { Field } from '../agreement/draft.ts'

/** A part of a displayed page, in fractions of its width and height from the upper left corner. Pages count from 1. */
export type Place = { page: number; x: number; y: number; width: number; height: number }

/** The size of a displayed page in points. */
export type PageSize = { width: number; height: number }

/** The distance by which an arrow key moves or stretches a field. */
export const step = 0.005
const least = 0.005

// The usual sizes in points, as in fields that the server makes from words in braces.
const usual: Record<string, PageSize> = {
  signature: { width: 180, height: 44 },
  initials: { width: 64, height: 26 },
  number: { width: 90, height: 18 },
  date: { width: 100, height: 18 },
  checkbox: { width: 14, height: 14 },
}
const plain: PageSize = { width: 160, height: 18 }

/** The chosen place of a field; null if the field is at words of the page, or nowhere. */
export function placeOf({ page, x, y, width, height }: Field): Place | null {
  if (page === undefined || x === undefined || y === undefined) return null
  return width === undefined || height === undefined ? null : { page, x, y, width, height }
}

/** A field with another place, or with none. */
export function putAt(field: Field, place: Place | null): Field {
  const { page: _, x: __, y: ___, width: ____, height: _____, ...rest } = field
  return place === null ? rest : { ...rest, ...place }
}

/** The same place, moved and shrunk so that it fits on its page. */
export function settle({ page, x, y, width, height }: Place): Place {
  const [wide, high] = [within(width, least, 1), within(height, least, 1)]
  return { page, x: within(x, 0, 1 - wide), y: within(y, 0, 1 - high), width: wide, height: high }
}

/** A place that is moved on its page. */
export const moveBy = (place: Place, right: number, down: number): Place =>
  settle({ ...place, x: place.x + right, y: place.y + down })

/** A place whose lower right corner is moved; the other corner stays. */
export function stretchBy(place: Place, right: number, down: number): Place {
  const width = within(place.width + right, least, 1 - place.x)
  const height = within(place.height + down, least, 1 - place.y)
  return settle({ ...place, width, height })
}

/** The place between two corners, in any order. */
export function between(page: number, [x1, y1]: Point, [x2, y2]: Point): Place {
  const [left, right] = [within(Math.min(x1, x2), 0, 1), within(Math.max(x1, x2), 0, 1)]
  const [top, bottom] = [within(Math.min(y1, y2), 0, 1), within(Math.max(y1, y2), 0, 1)]
  return settle({ page, x: left, y: top, width: right - left, height: bottom - top })
}
export type Point = readonly [x: number, y: number]

/** The first free place of the usual size on a page, from the top. On a full page, it is the middle. */
export function findRoom(type: string, page: number, size: PageSize, taken: readonly Place[]): Place {
  const { width, height } = usual[type] ?? plain
  const start = { page, x: 0.1, y: 0.08, width: width / size.width, height: height / size.height }
  const here = taken.filter((place) => place.page === page)
  for (let y = start.y; y + start.height < 0.97; y += 0.02) {
    const place = settle({ ...start, y })
    if (!here.some((one) => overlap(one, place))) return place
  }
  return settle({ ...start, x: 0.4, y: 0.45 })
}

function overlap(one: Place, other: Place): boolean {
  const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x
  return !isBeside && one.y + one.height > other.y && other.y + other.height > one.y
}

// Four digits of a page are finer than a dot of any printer.
function within(value: number, from: number, to: number): number {
  const low = Math.max(from, Math.min(value, to))
  return Math.min(to, Math.round(low * 10_000) / 10_000)
}
