import type { ReactNode } from 'react'
import type { Query, Resource, Type } from '../../app/api.ts'

/** A column of a list. */
export type Column<T extends Type> = {
  name: string
  label: string
  cell(row: Resource<T>): ReactNode
  /** What the API sorts by when the head of the column is pressed. */
  sort?: string
  /** Width in rem; the columns without one share what is left. */
  width?: number
  /** Holds buttons, and needs no label on a phone. */
  isActions?: boolean
}

/**
 * A filter of a list: a choice of words, two ends of a time, or any text. `name` is what the API calls it. `any` says what
 * is shown without a choice, where that is not everything.
 */
export type Filter = {
  name: string
  label: string
  choices?: readonly { value: string; label: string }[]
  /** What the second end of a time is called; `label` is then the first. */
  until?: string
  any?: string
  /** How the text is written, such as `name=value`. */
  form?: string
  /** What the API is asked for a text, where that is not the text itself. */
  ask?(text: string): string
}

export type ListProps<T extends Type> = {
  type: T
  /** What the list is of, for who cannot see it: "API keys". */
  label: string
  columns: readonly Column<T>[]
  filters?: readonly Filter[]
  /** What is asked besides sort, filters and page. */
  query?: Pick<Query<T>, 'include' | 'filter' | 'fields'>
  /** More beside the filters. */
  tools?: ReactNode
  /** Whether the list is offered as a file. */
  isExported?: boolean
  /** In place of the list when there is nothing, whatever the filters. */
  empty: ReactNode
  /** What stands below the list. It comes with the list, so that it is not seen to jump. */
  below?: ReactNode
}
