import type { Static, TSchema } from 'typebox'
import type { Context } from '../../core/context.ts'
import { notFound } from '../../core/errors.ts'
import { type Id, type IdKind, parseId } from '../../core/ids.ts'
import type { HttpDependencies } from '../dependencies.ts'
import type { ResourceName } from './resources.ts'
import type { ShapeFault } from './shape-fault.ts'
import type { Version } from './versions/index.ts'

/** The reply of an endpoint. A page may have members besides its items. */
export type ReplyShape =
  | { kind: 'one'; resource: ResourceName }
  | { kind: 'page'; resource: ResourceName; beside?: Record<string, object> }
  | { kind: 'file'; mediaType: string }

/** A file in memory, or a file of known length that is read part by part. */
export type FileReply = { filename: string } & (
  | { bytes: Uint8Array }
  | { parts: AsyncIterable<Uint8Array>; length: number }
)

/** A request with a checked shape. */
type Words<Q, B> = {
  ctx: Context
  params: Record<string, string>
  query: Q
  body: B
  version: Version
  /** The If-Match header, for endpoints that heed it. */
  ifMatch: string | undefined
  /**
   * Adds a header to the reply, if a frozen body has no member for the value. A replayed POST does not repeat the
   * header.
   */
  say: (header: string, value: string) => void
  deps: HttpDependencies
  /** The base of links. */
  base: string
}

/** One operation of the API as data. Routes, validation, OpenAPI, client and collection are made from it. */
export type Endpoint<Q extends TSchema = TSchema, B extends TSchema = TSchema> = {
  id: string
  tag: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** The path without the base; its parameters are in braces. */
  path: string
  /** Other paths for the same operation in the guide. */
  aliases?: readonly string[]
  since: Version
  summary: string
  description?: string
  /** Examples of the members in the path. */
  params?: Record<string, string>
  query?: Q
  body?: B
  /** The body is optional. */
  bodyOptional?: true
  status?: 200 | 201 | 202
  reply: ReplyShape
  /** The codes of the catalogue in its answers, besides those of every endpoint. */
  errors?: readonly number[]
  /** A member of its body is a file: the body may be large, and may come as multipart. */
  takesFile?: true
  /** The endpoint needs no key. */
  isPublic?: true
  heedsIfMatch?: true
  /** The headers that it may add to the reply, with their meaning. */
  says?: Readonly<Record<string, string>>
  /** The wire names of members by core's name, if they differ from core's name in snake case. */
  memberNames?: Readonly<Record<string, string>>
  /** The faults of a query beyond its schema. The function gets only the members that fit the schema. */
  findQueryFaults?(query: Partial<Static<Q>>): ShapeFault[]
  handle(words: Words<Static<Q>, Static<B>>): Promise<object>
  /** Reads a page of a list that depends only on its query. */
  list?(asked: Listing<Static<Q>>): Promise<object>
}

/** The input for reading a list. Jobs have it too. */
type Listing<Q> = Pick<Words<Q, unknown>, 'ctx' | 'query' | 'version' | 'base'>

/** Types the handler of an endpoint by its schemas. */
export function defineEndpoint<Q extends TSchema = TSchema, B extends TSchema = TSchema>(
  endpoint: Endpoint<Q, B>,
): Endpoint {
  return endpoint
}

/** An endpoint for a list that depends only on its query. The list can be exported (exports/lists.ts). */
export function defineListEndpoint<Q extends TSchema = TSchema>(
  endpoint: Omit<Endpoint<Q>, 'handle' | 'list'> & { list(asked: Listing<Static<Q>>): Promise<object> },
): Endpoint {
  const whole: Endpoint<Q> = { ...endpoint, handle: (words) => endpoint.list(words) }
  return whole
}

/** The key of an id in the path. Throws `<kind>_not_found`, also for a malformed id. */
export function readId(kind: IdKind, text: string | undefined): Id {
  const id = parseId(kind, text ?? '')
  if (!id) throw notFound(kind)
  return id
}
