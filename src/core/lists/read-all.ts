import type { Page } from './page.ts'
import type { Walk } from './request.ts'

const partSize = 500

/** Every item of a list, once each, with one part in memory at a time. */
export async function* readAll<T>(list: (walk: Walk) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let after: string | null | undefined; after !== null; ) {
    const part: Page<T> = await list({ size: partSize, ...(after === undefined ? {} : { after }) })
    yield* part.items
    after = part.walk?.next ?? null
  }
}
