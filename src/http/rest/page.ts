import { type Page, pageCount } from '../../core/lists/index.ts'

/** The form of every page: `{items, total, page, size, pages}`, with `next_cursor` if the request has a cursor. */
export function presentPage<T, W>(page: Page<T>, present: (item: T) => W) {
  return {
    items: page.items.map(present),
    total: page.total,
    page: page.number,
    size: page.size,
    pages: pageCount(page),
    ...(page.walk ? { next_cursor: page.walk.next } : {}),
  }
}
