import { formatId, type Id } from '../../core/ids.ts'
import type { Attribute } from './attributes.ts'
import { formatResourceId } from './ids.ts'
import { resourceOf } from './registry.ts'
import type { CoreRecord, Relationship, Resource } from './resource.ts'

export type Identifier = { type: string; id: string }
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

/** The path of a resource below the base. */
export function pathOf(resource: Resource, id: Id): string {
  return `/${resource.type}/${formatResourceId(resource, id)}`
}

/** The resource identifier of a record of a type. */
export function identify(resource: Resource, id: Id): Identifier {
  return { type: resource.type, id: formatResourceId(resource, id) }
}

/**
 * The resource object of an item, with the fields that were asked for, as JSON. It is put together as text, because it is
 * most of what a list costs. Addresses and ids need no escaping: ids have no such characters, the base is checked.
 */
export function serialize(base: string, item: Item, fieldsets: Fieldsets): string {
  const { resource } = item
  const wanted = fieldsets.get(resource.type)
  const id = formatResourceId(resource, item.record.id)
  const self = `${base}/${resource.type}/${id}`
  const attributes = attributesOf(item, wanted)
  const relationships = relationshipsOf(item, self, wanted)
  return `{"type":"${resource.type}","id":"${id}"${
    attributes ? `,"attributes":{${attributes}}` : ''
  }${relationships ? `,"relationships":{${relationships}}` : ''},"links":{"self":"${self}"${linksOf(resource, self)}}}`
}

/** The resource objects of several items, with commas between them. */
export function serializeAll(base: string, items: readonly Item[], fieldsets: Fieldsets): string {
  // One text that grows is copied once, when it is sent; parts that are joined are copied twice.
  let text = ''
  for (const item of items) text += (text && ',') + serialize(base, item, fieldsets)
  return text
}

function attributesOf({ resource, record }: Item, wanted: ReadonlySet<string> | undefined): string {
  let text = ''
  for (const name in resource.attributes) {
    const attribute = resource.attributes[name]
    if (!attribute || (wanted && !wanted.has(name))) continue
    const value = record[attribute.of ?? name]
    // Members that a record does not have are those shown once, such as a secret.
    if (value !== undefined) text += `${text ? ',' : ''}"${name}":${attributeText(attribute, value)}`
  }
  return text
}

function relationshipsOf(item: Item, self: string, wanted: ReadonlySet<string> | undefined): string {
  let text = ''
  for (const name in item.resource.relationships) {
    const to = item.resource.relationships[name]
    if (!to || (wanted && !wanted.has(name))) continue
    const data = linkageOf(item, name, to)
    text += `${text ? ',' : ''}"${name}":{"links":{"self":"${self}/relationships/${name}","related":"${self}/${name}"}${
      data === undefined ? '' : `,"data":${data}`
    }}`
  }
  return text
}

function linksOf(resource: Resource, self: string): string {
  let text = ''
  for (const name in resource.links) text += `,"${name}":"${self}${resource.links[name]}"`
  return text
}

/** The id behind a to-one relationship, or null. Throws a plain Error when the record has no such member. */
export function toOneId(record: CoreRecord, key: string): Id | null {
  const id = record[key]
  if (id === null || typeof id === 'string') return id
  throw new Error(`A record has no id in its member ${key}.`)
}

function linkageOf(item: Item, name: string, to: Relationship): string | undefined {
  const target = resourceOf(to.type)
  const text = (id: Id) => `{"type":"${target.type}","id":"${formatResourceId(target, id)}"}`
  if (to.many) {
    const ids = item.linked.get(name)
    return ids && `[${ids.map(text).join(',')}]`
  }
  const id = toOneId(item.record, to.key)
  return id === null ? 'null' : text(id)
}

function attributeText(attribute: Attribute, value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (value instanceof Date) return `"${value.toISOString()}"`
  return JSON.stringify(attributeValue(attribute, value))
}

/** An attribute as it goes over the wire. */
export function attributeValue(attribute: Attribute, value: unknown): unknown {
  if (attribute.kind === 'time' && value instanceof Date) return value.toISOString()
  if (attribute.idKind && typeof value === 'string') return formatId(attribute.idKind, value)
  return attribute.as ? attribute.as(value) : value
}
