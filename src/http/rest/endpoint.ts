import type { Static, TSchema } from 'typebox'
import type { Context } from '../../core/context.ts'
import { notFound } from '../../core/errors.ts'
import { type Id, type IdKind, parseId } from '../../core/ids.ts'
import type { HttpDependencies } from '../dependencies.ts'
import type { ResourceName } from './resources.ts'
import type { ShapeFault } from './shape-fault.ts'
import type { Version } from './versions/index.ts'

/** The reply of an endpoint. A page may carry members besides its items. */
export type ReplyShape =
  | { kind: 'one'; resource: ResourceName }
  | { kind: 'page'; resource: ResourceName; beside?: Record<string, object> }
  | { kind: 'file'; mediaType: string }

/** A file in memory, or one that is read part by part and whose length is known. */
export type FileReply = { filename: string } & (
  | { bytes: Uint8Array }
  | { parts: AsyncIterable<Uint8Array>; length: number }
)

/** A request whose shape is checked. */
type Words<Q, B> = {
  ctx: Context
  params: Record<string, string>
  query: Q
  body: B
  version: Version
  /** The If-Match header, for endpoints that heed it. */
  ifMatch: string | undefined
  /** Adds a header to the reply, where a frozen body has no member for it. A replayed POST does not repeat it. */
  say: (header: string, value: string) => void
  deps: HttpDependencies
  /** The base of links. */
  base: string
}

/** One operation of the API, as data: routes, validation, OpenAPI, client and collection are all made from it. */
export type Endpoint<Q extends TSchema = TSchema, B extends TSchema = TSchema> = {
  id: string
  tag: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Without the base; its members are in braces. */
  path: string
  /** Other paths that the guide prints for the same thing. */
  aliases?: readonly string[]
  since: Version
  summary: string
  description?: string
  /** Examples of the members in the path. */
  params?: Record<string, string>
  query?: Q
  body?: B
  /** The body may be left out. */
  bodyOptional?: true
  status?: 200 | 201 | 202
  reply: ReplyShape
  /** The codes of the catalogue that it answers with, besides those of every endpoint. */
  errors?: readonly number[]
  /** A member of its body is a file: the body may be large, and may come as multipart. */
  takesFile?: true
  /** No key needed. */
  isPublic?: true
  heedsIfMatch?: true
  /** The headers that it may add to the reply, with their meaning. */
  says?: Readonly<Record<string, string>>
  /** The wire names of members by core's name, where they are not core's in snake case. */
  memberNames?: Readonly<Record<string, string>>
  /** Faults of a query beyond its schema. It gets only the members that fit the schema. */
  findQueryFaults?(query: Partial<Static<Q>>): ShapeFault[]
  handle(words: Words<Static<Q>, Static<B>>): Promise<object>
  /** Reads a page of a list, where nothing but its query decides which. */
  list?(asked: Listing<Static<Q>>): Promise<object>
}

/** What a list is read with. Jobs have it too. */
type Listing<Q> = Pick<Words<Q, unknown>, 'ctx' | 'query' | 'version' | 'base'>

/** Types the handler of an endpoint by its schemas. */
export function defineEndpoint<Q extends TSchema = TSchema, B extends TSchema = TSchema>(
  endpoint: Endpoint<Q, B>,
): Endpoint {
  return endpoint
}

/** An endpoint that lists what its query alone decides. It can be exported (exports/lists.ts). */
export function defineListEndpoint<Q extends TSchema = TSchema>(
  endpoint: Omit<Endpoint<Q>, 'handle' | 'list'> & { list(asked: Listing<Static<Q>>): Promise<object> },
): Endpoint {
  const whole: Endpoint<Q> = { ...endpoint, handle: (words) => endpoint.list(words) }
  return whole
}

/** The key of an id in the path. Throws `<kind>_not_found`, for a malformed id too. */
export function readId(kind: IdKind, text: string | undefined): Id {
  const id = parseId(kind, text ?? '')
  if (!id) throw notFound(kind)
  return id
}
