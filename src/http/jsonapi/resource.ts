import type { Context } from '../../core/context.ts'
import type { Id, IdKind } from '../../core/ids.ts'
import type { ListFields, ListRequest, Page } from '../../core/lists/index.ts'
import type { Permission } from '../../core/permissions.ts'
import type { HttpDependencies } from '../dependencies.ts'
import type { Attribute, Write } from './attributes.ts'
import type { IdForm } from './ids.ts'

/** What verbs need beside the context. */
export type Using = Pick<HttpDependencies, 'providers' | 'judgeDestination'> & {
  /** What links begin with. */
  base: string
}

/** A record of the core as the dialect reads it: by the names of its members. */
export type CoreRecord = { readonly id: Id; readonly [member: string]: unknown }

/** What a client gave, checked, under core's names. */
export type Values = ReadonlyMap<string, unknown>

type ToOneOptions = { nullable?: boolean; required?: boolean; write?: Write }

/** A link to at most one resource; `key` is the record's member that holds the id. `options` are kept as written. */
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
 * A link to any number of resources: those of `type` whose member `by` is this record's id. Only those that are few by
 * nature can be included. `add` puts resources in; without it the relationship is read-only.
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
 * All that the dialect knows of a type of resource. Serializer, query parser, write rules, OpenAPI and the conformance
 * fixtures read it; none of them knows a type by name. Whether it can be created, updated or removed is whether the
 * core has the verb.
 */
export type Resource = {
  type: string
  /** The kind of its ids, which is also the core's noun for it. */
  idKind: IdKind
  /** The form of its ids, when it is not that of the kind. */
  ids?: IdForm
  about: string
  permissions: { read: Permission; write?: Permission; remove?: Permission }
  /** What the core can list by; attributes and to-one relationships over these fields can be filtered and sorted. */
  fields: ListFields
  /** What `filter[search]` and `filter[metadata]` find, where the core's list has them. */
  looksThrough?: { search?: string; metadata?: string }
  attributes: Readonly<Record<string, Attribute>>
  relationships: Readonly<Record<string, Relationship>>
  /** What to do instead of a write that the core has no verb for; a sentence that ends the refusal. */
  instead?: { create?: string; update?: string; remove?: string }
  /** More links of each resource: name to what follows its address. */
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
