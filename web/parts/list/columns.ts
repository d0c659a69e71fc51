import type { ReactNode } from 'react'
import type { Query, Resource, Type } from '../../app/api.ts'

/** A column of a list. */
export type Column<T extends Type> = {
  name: string
  label: string
  cell(row: Resource<T>): ReactNode
  /** The API's sort for the head of the column. */
  sort?: string
  /** Width in rem; columns without a width share the rest. */
  width?: number
  /** Whether the column has buttons, and so needs no label on a phone. */
  isActions?: boolean
}

/**
 * A filter of a list: a choice of words, a period, or a text. `name` is the API's name. `any` is the text for no
 * choice, if no choice does not mean all.
 */
export type Filter = {
  name: string
  label: string
  choices?: readonly { value: string; label: string }[]
  /** The label of the period's second end; `label` is then the first's. */
  until?: string
  any?: string
  /** The form of the text, such as `name=value`. */
  form?: string
  /** The value for the API, if it differs from the text. */
  ask?(text: string): string
}

export type ListProps<T extends Type> = {
  type: T
  /** The name of the list for screen readers: "API keys". */
  label: string
  columns: readonly Column<T>[]
  filters?: readonly Filter[]
  /** Parameters besides sort, filters and page. */
  query?: Pick<Query<T>, 'include' | 'filter' | 'fields'>
  /** More beside the filters. */
  tools?: ReactNode
  /** Whether the list can be exported as a file. */
  isExported?: boolean
  /** Shown when the list is empty without any filter. */
  empty: ReactNode
  /** Shown below the list. It appears together with the list, so that nothing jumps. */
  below?: ReactNode
}
