import type { PageRequest } from './page.ts'

/** A moment of a filter. Text is RFC 3339, for those that are finer than a millisecond. */
export type FilterMoment = Date | string

/** One condition; a list meets all of them. `contains` takes its text literally; null is one of the values of `oneOf`. */
export type ListFilter =
  | { field: string; contains: string }
  | { field: string; oneOf: readonly (string | number | boolean | null)[] }
  | { field: string; absent: boolean }
  /** From a value on, and before another; either end may be open. */
  | { field: string; from?: FilterMoment | number; before?: FilterMoment | number }

/** Only the rows that have one of these values. */
export function only(field: string, ...values: (string | number | boolean | null)[]): ListFilter {
  return { field, oneOf: values }
}

export type ListSort = { field: string; direction: 'asc' | 'desc' }

/** Where to go on in a list: behind the row of a cursor, or in front of it. Without either, at the beginning. */
export type Walk = { size: number; after?: string; before?: string }

/**
 * What a list is asked for: one page of it by number, a part of it by cursor (`walk`), or without either all rows, at
 * most `unpagedLimit`. `metadata` and `search` are for the lists that have them.
 */
export type ListRequest = {
  page?: PageRequest
  walk?: Walk
  filters?: readonly ListFilter[]
  sorts?: readonly ListSort[]
  search?: string
  metadata?: Record<string, unknown>
}
