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

export type ErrorObject = {
  status: string
  code: string
  title: string
  detail: string
  source?: { pointer?: string; parameter?: string; header?: string }
}

/** An error answer of the API, with its error objects. */
export class JsonApiError extends Error {
  readonly status: number
  readonly errors: ErrorObject[]
  /** Whoever runs the server finds the request by it. */
  readonly requestId: string | null

  constructor(status: number, errors: ErrorObject[], requestId: string | null = null) {
    super(errors.map(({ detail }) => detail).join(' '))
    this.name = 'JsonApiError'
    this.status = status
    this.errors = errors
    this.requestId = requestId
  }
}

/**
 * Without a token the browser's own session speaks: a page of the same origin, with the organization that it works for
 * unless the host names one.
 */
export type ClientOptions = { baseUrl: string; token?: string; organization?: string; fetch?: typeof fetch }

/** `signal` ends the wait for the answer. */
export type Waiting = { signal?: AbortSignal }

export type Client = ReturnType<typeof createClient>

const mediaType = 'application/vnd.api+json'

/** A client that acts as the user of the token, or as whoever is signed in. */
export function createClient({ baseUrl, token, organization, fetch: send = fetch }: ClientOptions) {
  const always = {
    accept: mediaType,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(organization === undefined ? {} : { 'sealane-organization': organization }),
  }
  async function ask<D>(method: string, url: string, { data, signal }: { data?: object } & Waiting = {}): Promise<D> {
    const reply = await send(url, {
      method,
      headers: data ? { ...always, 'content-type': mediaType } : always,
      ...(data ? { body: JSON.stringify({ data }) } : {}),
      ...(signal ? { signal } : {}),
    })
    const body = readBody(await reply.text())
    if (!reply.ok) throw new JsonApiError(reply.status, errorsOf(body, reply), reply.headers.get('x-request-id'))
    return body as D
  }
  const at = (...parts: string[]) => [baseUrl, ...parts.map(encodeURIComponent)].join('/')
  const list = <T extends Type>(type: T, query: Query<T> = {}, waiting: Waiting = {}) =>
    ask<Document<Resource<T>[]>>('GET', `${at(type)}?${searchOf(query)}`, waiting)
  return {
    list,
    get: <T extends Type>(
      type: T,
      id: string,
      query: Pick<Query<T>, 'include' | 'fields'> = {},
      waiting: Waiting = {},
    ) => ask<Document<Resource<T>>>('GET', `${at(type, id)}?${searchOf(query)}`, waiting),
    create: <T extends Type>(type: T, attributes: Resources[T]['create'], relationships?: NewRelationships<T>) =>
      ask<Document<Resource<T>>>('POST', at(type), {
        data: { type, attributes, ...(relationships ? { relationships } : {}) },
      }),
    update: <T extends Type>(type: T, id: string, attributes: Resources[T]['update'], relationships?: NewRelationships<T>) =>
      ask<Document<Resource<T>>>('PATCH', at(type, id), {
        data: { type, id, attributes, ...(relationships ? { relationships } : {}) },
      }),
    remove: (type: Type, id: string) => ask<void>('DELETE', at(type, id)),
    /** Every resource of a list, however long it is: each once, also while others come and go. */
    async *all<T extends Type>(type: T, query: Query<T> = {}): AsyncGenerator<Resource<T>> {
      let after: string | null = ''
      while (after !== null) {
        const page: Document<Resource<T>[]> = await list(type, { ...query, page: { size: 100, after } })
        yield* page.data
        after = cursorOf(page.links.next)
      }
    },
  }
}

// What stands in front may answer with something else than a document.
function readBody(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function errorsOf(body: unknown, { status }: Response): ErrorObject[] {
  const errors = (body as { errors?: ErrorObject[] } | undefined)?.errors
  if (Array.isArray(errors)) return errors
  const detail = `The server answered ${status} without saying why.`
  return [{ status: String(status), code: 'unreadable', title: 'Unreadable answer', detail }]
}

// Asked again at our own address: the server may know itself by another.
function cursorOf(next: string | null | undefined): string | null {
  return next ? new URL(next, 'http://localhost').searchParams.get('page[after]') : null
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
