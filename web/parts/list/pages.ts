import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { asClient, type Query, type Resource, type Type } from '../../app/api.ts'

const pageSize = 100

/**
 * A list in pages of 100, which are loaded when they come into sight, from any page on. A row that moves between
 * pages is shown once.
 */
export function useListPages<T extends Type>(type: T, query: Query<T>, firstPage: number) {
  const asked = useInfiniteQuery({
    queryKey: [type, 'list', 'pages', query, firstPage],
    queryFn: ({ pageParam, signal }) =>
      asClient((api) => api.list(type, { ...query, page: { number: pageParam, size: pageSize } }, { signal })),
    initialPageParam: firstPage,
    getNextPageParam: (last, _all, number) => (number < (last.meta?.pages ?? 1) ? number + 1 : null),
    getPreviousPageParam: (_first, _all, number) => (number > 1 ? number - 1 : null),
    placeholderData: keepPreviousData,
  })
  const rows = new Map<string, Resource<T>>()
  for (const page of asked.data?.pages ?? []) for (const row of page.data) rows.set(row.id, row)
  return { ...asked, rows: [...rows.values()], total: asked.data?.pages.at(-1)?.meta?.total ?? 0 }
}
