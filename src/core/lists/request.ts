import type { PageRequest } from './page.ts'

/** A time in a filter. Text is RFC 3339, for times that are finer than a millisecond. */
export type FilterMoment = Date | string

/** One condition of a list. All of them must hold. `contains` is literal text, and `oneOf` may have null. */
export type ListFilter =
  | { field: string; contains: string }
  | { field: string; oneOf: readonly (string | number | boolean | null)[] }
  | { field: string; absent: boolean }
  /** From a value (inclusive) to another (exclusive). Either end may be open. */
  | { field: string; from?: FilterMoment | number; before?: FilterMoment | number }

/** A filter for rows with one of these values. */
export function only(field: string, ...values: (string | number | boolean | null)[]): ListFilter {
  return { field, oneOf: values }
}

export type ListSort = { field: string; direction: 'asc' | 'desc' }

/** The rows after a cursor, or before one. Without a cursor, those at the beginning. */
export type Walk = { size: number; after?: string; before?: string }

/** The greatest length of the text with the filters and the order of a list, in characters. */
export const longestListQuery = 4_000

/**
 * A request for a list: one page by number, a part by cursor (`walk`), or all rows up to `unpagedLimit`. Only some
 * lists support `metadata` and `search`.
 */
export type ListRequest = {
  page?: PageRequest
  walk?: Walk
  filters?: readonly ListFilter[]
  sorts?: readonly ListSort[]
  search?: string
  metadata?: Record<string, unknown>
}
