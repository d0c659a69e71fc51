import { readEvents, type Told } from './events.ts'
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
  /** The state that was read, for `ifMatch` of a change: of one resource as it was asked for. */
  etag?: string
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
  /**
   * `rule` is what was broken; `line` counts from 1 in a text of several lines. `sentence` names what `detail` says, and
   * `values` are what it is made with: for whoever says it in another language.
   */
  meta?: { rule?: string; line?: number; sentence?: string; values?: object; [name: string]: unknown }
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

/** With `ifMatch` a change happens only while the resource is as it was when that etag was read: 412 otherwise. */
export type Changing = { ifMatch?: string | undefined }

type Asking = { data?: object } & Waiting & Changing

/** What is followed: these types, or all that may be read; after a message that was told, or from now on. */
export type Following = { types?: readonly Type[]; after?: string } & Waiting

export type { Told } from './events.ts'

export type Client = ReturnType<typeof createClient>

const mediaType = 'application/vnd.api+json'

/** A client that acts as the user of the token, or as whoever is signed in. */
export function createClient({ baseUrl, token, organization, fetch: send = fetch }: ClientOptions) {
  const always = {
    accept: mediaType,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(organization === undefined ? {} : { 'sealane-organization': organization }),
  }
  async function ask<D>(method: string, url: string, { data, signal, ifMatch }: Asking = {}): Promise<D> {
    const matching = ifMatch === undefined ? always : { ...always, 'if-match': ifMatch }
    const reply = await send(url, {
      method,
      headers: data ? { ...matching, 'content-type': mediaType } : matching,
      ...(data ? { body: JSON.stringify({ data }) } : {}),
      ...(signal ? { signal } : {}),
    })
    if (!reply.ok) throw await errorOf(reply)
    const body = readBody(await reply.text())
    const etag = reply.headers.get('etag')
    return (etag === null ? body : Object.assign(body ?? {}, { etag })) as D
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
    update: <T extends Type>(
      type: T,
      id: string,
      attributes: Resources[T]['update'],
      relationships?: NewRelationships<T>,
      { ifMatch }: Changing = {},
    ) =>
      ask<Document<Resource<T>>>('PATCH', at(type, id), {
        data: { type, id, attributes, ...(relationships ? { relationships } : {}) },
        ifMatch,
      }),
    /** A file that a link of a resource leads to, such as `content` of a document. */
    async download(type: Type, id: string, link: string, { signal }: Waiting = {}): Promise<Blob> {
      const reply = await send(at(type, id, ...link.split('/')), { headers: { ...always, accept: '*/*' }, ...(signal ? { signal } : {}) })
      if (reply.ok) return reply.blob()
      throw await errorOf(reply)
    },
    /** A whole list as a file, read as it comes, by the filters and the order of the list. `total` is how many there are. */
    async exportList<T extends Type>(
      type: T,
      format: 'csv' | 'ndjson',
      query: Pick<Query<T>, 'filter' | 'sort'> = {},
      { signal }: Waiting = {},
    ): Promise<{ total: number; body: ReadableStream<Uint8Array<ArrayBuffer>> }> {
      const reply = await send(`${at('exports', `${type}.${format}`)}?${searchOf(query)}`, {
        headers: { ...always, accept: '*/*' },
        ...(signal ? { signal } : {}),
      })
      if (!reply.ok || !reply.body) throw await errorOf(reply)
      return { total: Number(reply.headers.get('sealane-total')), body: reply.body }
    },
    /** A file that is made of what is sent and not kept, such as `pdf` of an agreement preview. */
    async make<T extends Type>(
      type: T,
      link: string,
      attributes: Resources[T]['create'],
      { signal, relationships }: Waiting & { relationships?: NewRelationships<T> } = {},
    ): Promise<Blob> {
      const reply = await send(at(type, link), {
        method: 'POST',
        headers: { ...always, accept: '*/*', 'content-type': mediaType },
        body: JSON.stringify({ data: { type, attributes, ...(relationships ? { relationships } : {}) } }),
        ...(signal ? { signal } : {}),
      })
      if (reply.ok) return reply.blob()
      throw await errorOf(reply)
    },
    remove: (type: Type, id: string) => ask<void>('DELETE', at(type, id)),
    /** What changes in the organization, as it changes, until the server ends it. `after` is the id of the last that was told. */
    async *follow({ types, after, signal }: Following = {}): AsyncGenerator<Told> {
      const search = types === undefined ? '' : `?${new URLSearchParams({ 'filter[type]': types.join(',') })}`
      const reply = await send(`${at('stream')}${search}`, {
        headers: { ...always, accept: 'text/event-stream', ...(after === undefined ? {} : { 'last-event-id': after }) },
        ...(signal ? { signal } : {}),
      })
      if (!reply.ok) throw await errorOf(reply)
      if (reply.body) yield* readEvents(reply.body)
    },
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

async function errorOf(reply: Response): Promise<JsonApiError> {
  const { status, headers } = reply
  const body = readBody(await reply.text()) as { errors?: ErrorObject[] } | undefined
  const detail = `The server answered ${status} without saying why.`
  const unreadable = [{ status: String(status), code: 'unreadable', title: 'Unreadable answer', detail }]
  return new JsonApiError(status, Array.isArray(body?.errors) ? body.errors : unreadable, headers.get('x-request-id'))
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

/** The query of an address, as the API reads it. */
export function searchOf(query: Search): string {
  const search = new URLSearchParams()
  for (const family of ['page', 'filter', 'fields'] as const) {
    for (const [key, value] of Object.entries(query[family] ?? {})) search.set(`${family}[${key}]`, String(value))
  }
  if (query.sort) search.set('sort', query.sort.join(','))
  if (query.include) search.set('include', query.include.join(','))
  return search.toString()
}
