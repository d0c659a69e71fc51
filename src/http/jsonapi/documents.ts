import type { FastifyRequest } from 'fastify'
import type { Context } from '../../core/context.ts'
import { type Page, pageCount } from '../../core/paging.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { loadIncluded } from './include.ts'
import { formatMediaType } from './media-types.ts'
import type { Query } from './query.ts'
import { type Identifier, type Item, type ResourceObject, serialize } from './serialize.ts'

type Link = string | { href: string; type: string }
export type Document = {
  jsonapi: { version: '1.1'; profile?: string[]; ext?: string[] }
  links?: Record<string, Link>
  data?: ResourceObject | ResourceObject[] | Identifier | Identifier[] | null
  included?: ResourceObject[]
  meta?: Record<string, unknown>
}

/** What a document is made for: who asks, and under which address. */
export type Asking = { ctx: Context; base: string; request: FastifyRequest; query: Query }

/** Where this dialect is, as the caller reached it, without a slash at the end. */
export function baseOf(request: FastifyRequest, deps: HttpDependencies): string {
  const isPlain = /^(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(request.host)
  return `${isPlain ? `${request.protocol}://${request.host}` : deps.publicUrl()}/v1/api`
}

/** The document of one resource, or of none. */
export async function documentOfOne(asking: Asking, path: string, item: Item | null): Promise<Document> {
  const more = await included(asking, item ? [item] : [])
  return {
    ...describe(asking, path),
    data: item && serialize(asking.base, item, asking.query.fields),
    ...more,
  }
}

/** The document of a page of resources. Awaits what is included before it serializes, because that adds linkage. */
export async function documentOfPage(asking: Asking, path: string, page: Page<Item>): Promise<Document> {
  const more = await included(asking, page.items)
  return {
    ...describePage(asking, path, page),
    data: page.items.map((item) => serialize(asking.base, item, asking.query.fields)),
    ...more,
  }
}

/** What a document of a page says besides its data. */
export function describePage(asking: Asking, path: string, page: Page<unknown>): Document {
  const pages = Math.max(1, pageCount(page))
  const to = (number: number) => linkTo(asking, path, number)
  const { links, ...rest } = describe(asking, path)
  return {
    ...rest,
    links: {
      ...links,
      first: to(1),
      last: to(pages),
      ...(page.number > 1 ? { prev: to(Math.min(page.number - 1, pages)) } : {}),
      ...(page.number < pages ? { next: to(page.number + 1) } : {}),
    },
    meta: { total: page.total, pages: pageCount(page), page: { number: page.number, size: page.size } },
  }
}

/** The members of every document: version, applied profile and the link to itself. */
export function describe(asking: Asking, path: string): Document & { links: Record<string, Link> } {
  const { profiles, extensions } = asking.request.negotiated ?? { profiles: [], extensions: [] }
  const search = asking.query.search.toString()
  const href = asking.base + path + (search ? `?${search}` : '')
  return {
    jsonapi: { version: '1.1', ...(profiles.length ? { profile: profiles } : {}) },
    links: { self: profiles.length ? { href, type: formatMediaType(extensions, profiles) } : href },
  }
}

function linkTo(asking: Asking, path: string, number: number): string {
  const search = new URLSearchParams(asking.query.search)
  search.set('page[number]', String(number))
  return `${asking.base}${path}?${search}`
}

async function included(asking: Asking, items: Item[]): Promise<{ included?: ResourceObject[] }> {
  const { include, fields } = asking.query
  if (!include) return {}
  const found = await loadIncluded(asking.ctx, items, include)
  return { included: found.map((item) => serialize(asking.base, item, fields)) }
}
