import type { Context } from '../../core/context.ts'
import type { Id, IdKind } from '../../core/ids.ts'
import type { ListFields, ListRequest, Page } from '../../core/lists/index.ts'
import type { Permission } from '../../core/permissions.ts'
import type { HttpDependencies } from '../dependencies.ts'
import type { Attribute, Write } from './attributes.ts'
import type { IdForm } from './ids.ts'

/** The dependencies of verbs besides the context. */
export type Using = Pick<HttpDependencies, 'providers' | 'judgeDestination' | 'pdfSources' | 'requireSeal'> & {
  /** The base of links. */
  base: string
}

/** A record of core, by the names of its members. */
export type CoreRecord = { readonly id: Id; readonly [member: string]: unknown }

/** Checked values of a request, under core's names. */
export type Values = ReadonlyMap<string, unknown>

type ToOneOptions = { nullable?: boolean; required?: boolean; write?: Write }

/**
 * A link to at most one resource. `key` is the member of the record with the id. `options` keep their literal types.
 */
export type ToOne<Key extends string = string, Told extends ToOneOptions = ToOneOptions> = {
  many: false
  type: string
  key: Key
  options: Told | undefined
  about: string
  nullable: boolean
  required: boolean
  write: Write
}

/**
 * A link to any number of resources: those of `type` whose member `by` is this record's id. Only small relationships
 * can be included. `add` adds resources; without it the relationship is read-only.
 */
export type ToMany = {
  many: true
  type: string
  by: string
  about: string
  include: boolean
  add?: (ctx: Context, id: Id, ids: readonly Id[]) => Promise<unknown>
}

export type Relationship = ToOne | ToMany

/**
 * The whole declaration of a type. The serializer, the query parser, the write rules, OpenAPI and the conformance tests
 * read it, and name no type themselves. A type can be created, changed or removed if it has the verb.
 */
export type Resource = {
  type: string
  /** The kind of its ids, which is also core's noun. */
  idKind: IdKind
  /** The form of its ids, when they do not come from the kind. */
  ids?: IdForm
  about: string
  /** One of its attributes is a file, so a request that creates or changes the resource may be large. */
  takesFile?: true
  permissions: { read: Permission; write?: Permission; remove?: Permission }
  /** The fields of core's list. Attributes and to-one relationships over these fields can be filtered and sorted. */
  fields: ListFields
  /** The fields that `filter[search]` and `filter[metadata]` search, if core's list has them. */
  looksThrough?: { search?: string; metadata?: string }
  attributes: Readonly<Record<string, Attribute>>
  relationships: Readonly<Record<string, Relationship>>
  /** The sentence that ends the refusal of a missing verb and names the alternative. */
  instead?: { create?: string; update?: string; remove?: string }
  /** Further links of each resource: the name, and the suffix of the resource's address. */
  links?: Readonly<Record<string, string>>
  list(ctx: Context, request: ListRequest): Promise<Page<CoreRecord>>
  create?(ctx: Context, given: Values, using: Using): Promise<CoreRecord>
  update?(ctx: Context, id: Id, given: Values, using: Using): Promise<CoreRecord>
  remove?(ctx: Context, id: Id): Promise<unknown>
}

/** A to-one relationship over the record's member `key`. */
export function toOne<const Key extends string, const O extends ToOneOptions = Record<never, never>>(
  type: string,
  key: Key,
  about: string,
  options?: O,
): ToOne<Key, O> {
  const { nullable = false, required = false, write = 'never' }: ToOneOptions = options ?? {}
  return { many: false, type, key, about, nullable, required, write, options }
}

/** A to-many relationship: the resources of `type` whose member `by` is this record's id. */
export function toMany(
  type: string,
  by: string,
  about: string,
  options: { include?: boolean; add?: ToMany['add'] } = {},
): ToMany {
  const { include = false, add } = options
  return { many: true, type, by, about, include, ...(add ? { add } : {}) }
}
