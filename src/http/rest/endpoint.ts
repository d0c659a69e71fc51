import type { Static, TSchema } from 'typebox'
import type { Context } from '../../core/context.ts'
import { notFound } from '../../core/errors.ts'
import { type Id, type IdKind, parseId } from '../../core/ids.ts'
import type { HttpDependencies } from '../dependencies.ts'
import type { ResourceName } from './resources.ts'
import type { ShapeFault } from './shape-fault.ts'
import type { Version } from './versions/index.ts'

/** What an endpoint answers with. A page may carry members beside its items. */
export type ReplyShape =
  | { kind: 'one'; resource: ResourceName }
  | { kind: 'page'; resource: ResourceName; beside?: Record<string, object> }
  | { kind: 'file'; mediaType: string }

export type FileReply = { bytes: Uint8Array; filename: string }

/** What a request says, checked for shape. */
export type Words<Q, B> = {
  ctx: Context
  params: Record<string, string>
  query: Q
  body: B
  version: Version
  /** The If-Match header, for endpoints that heed it. */
  ifMatch: string | undefined
  /** Adds a header to the reply; for what a frozen body has no member for. A replayed POST does not say it again. */
  say: (header: string, value: string) => void
  deps: HttpDependencies
  /** What links begin with. */
  base: string
}

/** One operation of the API, as data: routes, validation, OpenAPI, client and collection are all made from it. */
export type Endpoint<Q extends TSchema = TSchema, B extends TSchema = TSchema> = {
  id: string
  tag: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Without the base; members in braces. */
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
  /** Codes of the catalogue that it answers with, beside those that every endpoint has. */
  errors?: readonly number[]
  /** No key needed. */
  isPublic?: true
  heedsIfMatch?: true
  /** Headers of the reply that it may say, with what they mean. */
  says?: Readonly<Record<string, string>>
  /** Members that core calls otherwise, by core's name; snake case goes without saying. */
  memberNames?: Readonly<Record<string, string>>
  /** What of a query is malformed beyond its schema. It judges the members that fit the schema. */
  findQueryFaults?(query: Partial<Static<Q>>): ShapeFault[]
  handle(words: Words<Static<Q>, Static<B>>): Promise<object>
}

/** Types the handler of an endpoint by its schemas. */
export function defineEndpoint<Q extends TSchema = TSchema, B extends TSchema = TSchema>(
  endpoint: Endpoint<Q, B>,
): Endpoint {
  return endpoint
}

/** The key behind an id of the path. Throws `<kind>_not_found`: an id that cannot be is an id that is not there. */
export function readId(kind: IdKind, text: string | undefined): Id {
  const id = parseId(kind, text ?? '')
  if (!id) throw notFound(kind)
  return id
}
