/**
 * One page of a list. `number` counts from 1, and `total` is exact. In a walk, `number` counts the parts, `total` is
 * that of the beginning, and `next` and `previous` are cursors, or null at an end.
 */
export type Page<T> = {
  items: T[]
  total: number
  number: number
  size: number
  walk?: { next: string | null; previous: string | null; cursors: string[] }
}

/** The asked page, from 1. Dialects check the bounds. */
export type PageRequest = { number: number; size: number }

export function offsetOf(page: PageRequest): number {
  return (page.number - 1) * page.size
}

/** The number of pages; 0 for an empty list. */
export function pageCount(page: { total: number; size: number }): number {
  return Math.ceil(page.total / page.size)
}
