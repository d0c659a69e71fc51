import type { Query, Type } from '../../app/api.ts'
import type { Filter, ListProps } from './columns.ts'
import type { Words } from './search.ts'

/** The API's query for a list with these words in the address. */
export function queryOf<T extends Type>(
  words: Words,
  filters: readonly Filter[],
  { filter = {}, ...query }: NonNullable<ListProps<T>['query']> = {},
): Query<T> {
  const given = filters.flatMap(({ name, ask = String }) => {
    const word = words[name]
    return word ? [[name, ask(word)]] : []
  })
  return {
    ...query,
    filter: { ...filter, ...Object.fromEntries(given) },
    ...(words.sort ? { sort: [words.sort] } : {}),
  }
}

/** The first page of a list by its address. */
export function firstPageOf(words: Words): number {
  return Math.max(1, Math.trunc(Number(words.page)) || 1)
}

/** Metadata in the form of links, `campaign=spring&region=west`, as a query of the API. */
export function askMetadata(text: string): string {
  return JSON.stringify(Object.fromEntries(new URLSearchParams(text)))
}
