import type { Resources } from './resources.ts'

export type { Resources } from './resources.ts'

export type Type = keyof Resources
export type Identifier<T extends Type = Type> = { type: T; id: string }

/** Linkage as it is sent and read: one, none, or many. */
type Linkage<R> = R extends (infer One extends Type)[]
  ? Identifier<One>[]
  : R extends Type
    ? Identifier<R>
    : R extends null
      ? null
      : never
type Relationships<T extends Type> = Resources[T]['relationships']

/** What a new resource is linked to. */
export type NewRelationships<T extends Type> = {
  [K in keyof Relationships<T>]?: { data: Linkage<Relationships<T>[K]> }
}

export type Resource<T extends Type = Type> = Identifier<T> & {
  attributes: Resources[T]['attributes']
  relationships: { [K in keyof Relationships<T>]: { data?: Linkage<Relationships<T>[K]>; links: Record<string, string> } }
  links: { self: string }
}

export type Document<D> = {
  data: D
  included?: Resource[]
  links: Record<string, string | null>
  meta?: { total?: number; pages?: number }
}

/** `sort` is ascending; `filter` on a text means contains; `include` names relationships, nested by a dot. */
export type Query<T extends Type> = {
  /** By number, or by cursor: `after` is empty at first, then comes from the link `next`. */
  page?: { number?: number; size?: number; after?: string; before?: string }
  sort?: string[]
  filter?: Record<string, string | number | boolean | null>
  include?: (keyof Relationships<T> | `${string}.${string}`)[]
  fields?: Partial<Record<Type, string[]>>
}

export type ErrorObject = { status: string; code: string; title: string; detail: string; source?: Record<string, string> }

/** An error answer of the API, with its error objects. */
export class JsonApiError extends Error {
  readonly status: number
  readonly errors: ErrorObject[]

  constructor(status: number, errors: ErrorObject[]) {
    super(errors.map(({ detail }) => detail).join(' '))
    this.name = 'JsonApiError'
    this.status = status
    this.errors = errors
  }
}

export type ClientOptions = { baseUrl: string; token: string; fetch?: typeof fetch }

const mediaType = 'application/vnd.api+json'

/** A client that acts as the user of the token. */
export function createClient({ baseUrl, token, fetch: send = fetch }: ClientOptions) {
  async function ask<D>(method: string, url: string, data?: object): Promise<D> {
    const headers = { accept: mediaType, authorization: `Bearer ${token}`, ...(data ? { 'content-type': mediaType } : {}) }
    const reply = await send(url, { method, headers, ...(data ? { body: JSON.stringify({ data }) } : {}) })
    const text = await reply.text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    if (!reply.ok) throw new JsonApiError(reply.status, (body as { errors: ErrorObject[] }).errors)
    return body as D
  }
  const at = (...parts: string[]) => [baseUrl, ...parts.map(encodeURIComponent)].join('/')
  const list = <T extends Type>(type: T, query: Query<T> = {}) =>
    ask<Document<Resource<T>[]>>('GET', `${at(type)}?${searchOf(query)}`)
  return {
    list,
    get: <T extends Type>(type: T, id: string, query: Pick<Query<T>, 'include' | 'fields'> = {}) =>
      ask<Document<Resource<T>>>('GET', `${at(type, id)}?${searchOf(query)}`),
    create: <T extends Type>(type: T, attributes: Resources[T]['create'], relationships?: NewRelationships<T>) =>
      ask<Document<Resource<T>>>('POST', at(type), { type, attributes, ...(relationships ? { relationships } : {}) }),
    update: <T extends Type>(type: T, id: string, attributes: Resources[T]['update']) =>
      ask<Document<Resource<T>>>('PATCH', at(type, id), { type, id, attributes }),
    remove: (type: Type, id: string) => ask<void>('DELETE', at(type, id)),
    /** Every resource of a list, however long it is: each once, also while others come and go. */
    async *all<T extends Type>(type: T, query: Query<T> = {}): AsyncGenerator<Resource<T>> {
      let page = await list(type, { ...query, page: { size: 100, after: '' } })
      while (true) {
        yield* page.data
        if (!page.links.next) return
        page = await ask('GET', page.links.next)
      }
    },
  }
}

type Search = {
  page?: object
  filter?: object
  fields?: object
  sort?: readonly string[]
  include?: readonly PropertyKey[]
}

function searchOf(query: Search): string {
  const search = new URLSearchParams()
  for (const family of ['page', 'filter', 'fields'] as const) {
    for (const [key, value] of Object.entries(query[family] ?? {})) search.set(`${family}[${key}]`, String(value))
  }
  if (query.sort) search.set('sort', query.sort.join(','))
  if (query.include) search.set('include', query.include.join(','))
  return search.toString()
}
