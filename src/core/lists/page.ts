/**
 * One page of a list: `number` counts from 1, `total` is exact. In a walk `number` counts the parts since its beginning,
 * `total` is that of the beginning, and `next` and `previous` are the cursors to go on with; null when nothing is there.
 */
export type Page<T> = {
  items: T[]
  total: number
  number: number
  size: number
  walk?: { next: string | null; previous: string | null; cursors: string[] }
}

/** Which page is asked for. Dialects check the bounds; both count from 1. */
export type PageRequest = { number: number; size: number }

/** The rows to skip for a page. */
export function offsetOf(page: PageRequest): number {
  return (page.number - 1) * page.size
}

/** How many pages there are; an empty list has none. */
export function pageCount(page: { total: number; size: number }): number {
  return Math.ceil(page.total / page.size)
}
