import { type Static, type TProperties, Type } from 'typebox'
import type { ListRequest } from '../../core/lists/index.ts'
import { filterQuery, findFilterFaults, type ListFilterRule, readFilters } from './list-filters.ts'
import { object, pageQuery, readPart } from './members.ts'
import { findOrderByFaults, orderQuery, readOrder } from './order.ts'
import type { ShapeFault } from './shape-fault.ts'

type Options<More> = {
  filters?: Readonly<Record<string, ListFilterRule>>
  /** The fields that order the list: wire names and core's names. */
  order?: Readonly<Record<string, string>>
  /** The description of the search, if the list has one. */
  search?: string
  /** Members that only this list's query has. */
  more?: More
}

const common = Type.Object({
  ...pageQuery,
  search: Type.Optional(Type.String()),
  order_by: Type.Optional(Type.String()),
})
type Asked = Static<typeof common>

/** The query of a list: its schema, its faults beyond the schema, and the reader into core's request. */
export function listQuery<More extends TProperties = Record<never, never>>(about: string, options: Options<More> = {}) {
  const { filters = {}, order, search, more } = options
  const searching: TProperties = search ? { search: searchQuery(search) } : {}
  const ordering: TProperties = order ? { order_by: orderQuery(order) } : {}
  const members: typeof pageQuery & More = {
    ...pageQuery,
    ...searching,
    // Without `more`, the list has no further members.
    ...(more as More),
    ...ordering,
    ...filterQuery(filters),
  }
  return {
    query: object(members, about),
    findQueryFaults: (query: Partial<Asked>): ShapeFault[] => [
      ...findOrderByFaults(query.order_by, order ?? {}),
      ...findFilterFaults(filters, query),
    ],
    read(query: Asked): ListRequest {
      const sorts = readOrder(query.order_by, order ?? {})
      return {
        ...readPart(query),
        filters: readFilters(filters, query),
        ...(query.search ? { search: query.search } : {}),
        ...(sorts ? { sorts } : {}),
      }
    },
  }
}

function searchQuery(description: string) {
  return Type.Optional(Type.String({ maxLength: 200, description }))
}
