import { apiVersion, createOperations } from './operations.ts'
import { type ClientOptions, createRequest, type Page } from './request.ts'

export type * from './operations.ts'
export { type ClientOptions, type Page, type RequestOptions, SealaneError } from './request.ts'

/** A client of the API: one typed method for each operation, and `pages` to walk through a list. */
export function createClient(options: ClientOptions) {
  return { ...createOperations(createRequest(options, apiVersion)), pages }
}

/** Every item of a list, however long it is: each once, also while others come and go. */
async function* pages<T>(list: (query: { cursor: string; size: number }) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let cursor: string | null = '*'; cursor !== null; ) {
    const found: Page<T> = await list({ cursor, size: 100 })
    yield* found.items
    cursor = found.next_cursor ?? null
  }
}
