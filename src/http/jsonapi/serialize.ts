import { formatId, type Id } from '../../core/ids.ts'
import type { Attribute } from './attributes.ts'
import { formatResourceId } from './ids.ts'
import { resourceOf } from './registry.ts'
import type { CoreRecord, Relationship, Resource } from './resource.ts'

export type Identifier = { type: string; id: string }
export type ResourceObject = Identifier & {
  attributes?: Record<string, unknown>
  relationships?: Record<string, { links: { self: string; related: string }; data?: Identifier | Identifier[] | null }>
  links: { self: string }
}

/** A record with its type, and the ids behind those of its to-many relationships that were loaded. */
export type Item = { resource: Resource; record: CoreRecord; linked: Map<string, Id[]> }

type Fieldsets = ReadonlyMap<string, ReadonlySet<string>>

/** An item before anything is included. */
export function itemOf(resource: Resource, record: CoreRecord): Item {
  return { resource, record, linked: new Map() }
}

/** The address of a resource; `base` ends without a slash. */
export function addressOf(base: string, resource: Resource, id: Id): string {
  return `${base}/${resource.type}/${formatResourceId(resource, id)}`
}

/** The resource identifier of a record of a type. */
export function identify(resource: Resource, id: Id): Identifier {
  return { type: resource.type, id: formatResourceId(resource, id) }
}

/** The resource object of an item, with the fields that were asked for. */
export function serialize(base: string, item: Item, fieldsets: Fieldsets): ResourceObject {
  const { resource, record } = item
  const wanted = fieldsets.get(resource.type)
  const identifier = identify(resource, record.id)
  const self = `${base}/${identifier.type}/${identifier.id}`
  const attributes: Record<string, unknown> = {}
  for (const name in resource.attributes) {
    const attribute = resource.attributes[name]
    if (!attribute || (wanted && !wanted.has(name))) continue
    const value = record[attribute.of ?? name]
    // Members that a record does not have are those shown once, such as a secret.
    if (value !== undefined) attributes[name] = attributeValue(attribute, value)
  }
  const relationships: NonNullable<ResourceObject['relationships']> = {}
  for (const name in resource.relationships) {
    const relationship = resource.relationships[name]
    if (!relationship || (wanted && !wanted.has(name))) continue
    const links = { self: `${self}/relationships/${name}`, related: `${self}/${name}` }
    const data = linkageOf(item, name, relationship)
    relationships[name] = data === undefined ? { links } : { links, data }
  }
  return {
    ...identifier,
    ...(hasMembers(attributes) ? { attributes } : {}),
    ...(hasMembers(relationships) ? { relationships } : {}),
    links: linksOf(resource, self),
  }
}

function linksOf(resource: Resource, self: string): { self: string } {
  const links = { self }
  for (const [name, path] of Object.entries(resource.links ?? {})) Object.assign(links, { [name]: self + path })
  return links
}

/** The id behind a to-one relationship, or null. Throws a plain Error when the record has no such member. */
export function toOneId(record: CoreRecord, key: string): Id | null {
  const id = record[key]
  if (id === null || typeof id === 'string') return id
  throw new Error(`A record has no id in its member ${key}.`)
}

function linkageOf(item: Item, name: string, to: Relationship): Identifier | Identifier[] | null | undefined {
  const target = resourceOf(to.type)
  if (to.many) return item.linked.get(name)?.map((id) => identify(target, id))
  const id = toOneId(item.record, to.key)
  return id === null ? null : identify(target, id)
}

/** An attribute as it goes over the wire. */
export function attributeValue(attribute: Attribute, value: unknown): unknown {
  if (attribute.kind === 'time' && value instanceof Date) return value.toISOString()
  if (attribute.idKind && typeof value === 'string') return formatId(attribute.idKind, value)
  return value
}

function hasMembers(object: object): boolean {
  for (const _ in object) return true
  return false
}
