import type { FastifyRequest } from 'fastify'
import type { Context } from '../../core/context.ts'
import { type Page, pageCount } from '../../core/lists/index.ts'
import { loadIncluded } from './include.ts'
import { formatMediaType } from './media-types.ts'
import type { Query } from './query.ts'
import { type Item, serialize, serializeAll } from './serialize.ts'

type Link = string | { href: string; type: string } | null

/** The members of a document besides its data and its included resources. */
type Head = {
  jsonapi: { version: '1.1'; profile?: string[] }
  links: Record<string, Link>
  meta?: Record<string, unknown>
}

/** The request that a document answers: the caller, and the address. */
export type Asking = { ctx: Context; base: string; request: FastifyRequest; query: Query }

/** The address of this dialect as the caller reached it, without a slash at the end. */
export function baseOf(request: FastifyRequest): string {
  return `${request.base}/v1/api`
}

export async function documentOfOne(asking: Asking, path: string, item: Item | null): Promise<string> {
  const more = await included(asking, item ? [item] : [])
  const data = item ? serialize(asking.base, item, asking.query.fields) : 'null'
  return compose(describe(asking, path), data, more)
}

/**
 * The document of a page of resources. It loads the included resources before it serializes, because they add linkage.
 */
export async function documentOfPage(asking: Asking, path: string, page: Page<Item>): Promise<string> {
  const more = await included(asking, page.items)
  const data = serializeAll(asking.base, page.items, asking.query.fields)
  return compose(describePage(asking, path, page), `[${data}]`, more)
}

/** Joins a head and data that is already JSON to a document in JSON. */
export function compose({ meta, ...head }: Head, data: string, more: string | null = null): string {
  const start = JSON.stringify(head).slice(0, -1)
  return `${start},"data":${data}${more === null ? '' : `,"included":[${more}]`}${
    meta ? `,"meta":${JSON.stringify(meta)}` : ''
  }}`
}

/** The members of a page's document besides its data. */
export function describePage(asking: Asking, path: string, page: Page<unknown>): Head {
  if (page.walk) return describeWalk(asking, path, page, page.walk)
  const pages = Math.max(1, pageCount(page))
  const to = linkTo(asking, path)
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
export function describe(asking: Asking, path: string): Head {
  const { profiles, extensions } = asking.request.negotiated ?? { profiles: [], extensions: [] }
  const { search } = asking.query
  const href = asking.base + path + (search && `?${search}`)
  return {
    jsonapi: { version: '1.1', ...(profiles.length ? { profile: profiles } : {}) },
    links: { self: profiles.length ? { href, type: formatMediaType(extensions, profiles) } : href },
  }
}

// The profile for cursors always requires both links; null means no page in that direction.
function describeWalk(
  asking: Asking,
  path: string,
  page: Page<unknown>,
  walk: NonNullable<Page<unknown>['walk']>,
): Head {
  const { links, ...rest } = describe(asking, path)
  const to = (member: string, cursor: string | null) => {
    if (cursor === null) return null
    const search = new URLSearchParams(asking.query.search)
    for (const name of ['page[after]', 'page[before]']) search.delete(name)
    search.set(`page[${member}]`, cursor)
    return `${asking.base}${path}?${search}`
  }
  return {
    ...rest,
    links: { ...links, first: to('after', ''), prev: to('before', walk.previous), next: to('after', walk.next) },
    meta: { total: page.total, page: { total: page.total, size: page.size } },
  }
}

function linkTo(asking: Asking, path: string): (number: number) => string {
  const search = withoutPage(asking.query.search)
  const start = `${asking.base}${path}?${search && `${search}&`}page%5Bnumber%5D=`
  return (number) => start + number
}

function withoutPage(search: string): string {
  if (!search.includes('page%5Bnumber%5D=')) return search
  const parameters = new URLSearchParams(search)
  parameters.delete('page[number]')
  return parameters.toString()
}

async function included(asking: Asking, items: Item[]): Promise<string | null> {
  const { include, fields } = asking.query
  if (!include) return null
  const found = await loadIncluded(asking.ctx, items, include)
  return serializeAll(asking.base, found, fields)
}
