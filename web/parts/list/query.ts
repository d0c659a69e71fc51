import type { Query, Type } from '../../app/api.ts'
import type { Filter, ListProps } from './columns.ts'
import type { Words } from './search.ts'

/** What the API is asked for a list whose address says these words. */
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

/** The page that the list of an address begins with. */
export function firstPageOf(words: Words): number {
  return Math.max(1, Math.trunc(Number(words.page)) || 1)
}

/** Metadata as people write it in links, `campaign=spring&region=west`, as the API is asked for it. */
export function askMetadata(text: string): string {
  return JSON.stringify(Object.fromEntries(new URLSearchParams(text)))
}
