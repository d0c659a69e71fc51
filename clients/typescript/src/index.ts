import { apiVersion, createOperations } from './operations.ts'
import { type ClientOptions, createRequest, type Page } from './request.ts'

export type * from './operations.ts'
export { type ClientOptions, type Page, type RequestOptions, SealaneError } from './request.ts'

/** A client of the API: one typed method for each operation, and `pages` to walk through a list. */
export function createClient(options: ClientOptions) {
  return { ...createOperations(createRequest(options, apiVersion)), pages }
}

/** Every item of a list, page after page. */
async function* pages<T>(list: (query: { page: number; size: number }) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let page = 1, last = 1; page <= last; page += 1) {
    const found = await list({ page, size: 100 })
    last = found.pages
    yield* found.items
  }
}
