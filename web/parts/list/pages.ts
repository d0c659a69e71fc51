import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { asClient, type Query, queryClient, type Resource, type Type } from '../../app/api.ts'
import type { Filter } from './columns.ts'
import { firstPageOf, queryOf } from './query.ts'
import type { Words } from './search.ts'

const pageSize = 100

const pagesOf = <T extends Type>(type: T, query: Query<T>, firstPage: number) =>
  infiniteQueryOptions({
    queryKey: [type, 'list', 'pages', query, firstPage],
    queryFn: ({ pageParam, signal }) =>
      asClient((api) => api.list(type, { ...query, page: { number: pageParam, size: pageSize } }, { signal })),
    initialPageParam: firstPage,
    getNextPageParam: (last, _all, number) => (number < (last.meta?.pages ?? 1) ? number + 1 : null),
    getPreviousPageParam: (_first, _all, number) => (number > 1 ? number - 1 : null),
  })

/** Loads the first page of a list in the address before any part of the list is drawn. */
export function prefetchList<T extends Type>(
  type: T,
  words: Words,
  filters: readonly Filter[],
  query?: Pick<Query<T>, 'include' | 'filter' | 'fields'>,
): void {
  void queryClient.prefetchInfiniteQuery(pagesOf(type, queryOf(words, filters, query), firstPageOf(words)))
}

/**
 * A list in pages of 100, from any page on. A page loads when it comes into sight. A row that moves from page to page
 * meanwhile is shown once.
 */
export function useListPages<T extends Type>(type: T, query: Query<T>, firstPage: number) {
  const asked = useInfiniteQuery({ ...pagesOf(type, query, firstPage), placeholderData: keepPreviousData })
  const rows = new Map<string, Resource<T>>()
  for (const page of asked.data?.pages ?? []) for (const row of page.data) rows.set(row.id, row)
  return { ...asked, rows: [...rows.values()], total: asked.data?.pages.at(-1)?.meta?.total ?? 0 }
}
