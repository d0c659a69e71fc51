import { formatId, type Id } from '../../core/ids.ts'
import type { Page } from '../../core/lists/index.ts'
import { formatMoment } from '../moments.ts'
import type { Attribute } from './attributes.ts'
import { formatResourceId } from './ids.ts'
import { resourceOf } from './registry.ts'
import type { CoreRecord, Relationship, Resource } from './resource.ts'

export type Identifier = { type: string; id: string }
/** A record with its type, and the ids of its loaded to-many relationships. */
export type Item = {
  resource: Resource
  record: CoreRecord
  linked: Map<string, Id[]>
  /** Its place in a list that is walked by cursor. */
  cursor?: string
}

type Fieldsets = ReadonlyMap<string, ReadonlySet<string>>

/** An item without included resources. */
export function itemOf(resource: Resource, record: CoreRecord): Item {
  return { resource, record, linked: new Map() }
}

/** The items of a page of a list. */
export function itemsOf(resource: Resource, { items, walk }: Page<CoreRecord>): Item[] {
  return items.map((record, index) => {
    const cursor = walk?.cursors[index]
    return cursor === undefined ? itemOf(resource, record) : { ...itemOf(resource, record), cursor }
  })
}

/** The address of a resource; `base` ends without a slash. */
export function addressOf(base: string, resource: Resource, id: Id): string {
  return `${base}/${resource.type}/${formatResourceId(resource, id)}`
}

export function pathOf(resource: Resource, id: Id): string {
  return `/${resource.type}/${formatResourceId(resource, id)}`
}

/** The resource identifier of a record of a type. */
export function identify(resource: Resource, id: Id): Identifier {
  return { type: resource.type, id: formatResourceId(resource, id) }
}

/**
 * The JSON of an item's resource object, with the requested fields. The function joins texts, because serializing is
 * most of a list's cost. Addresses and ids need no escapes: ids have no such letters, and the base is checked.
 */
export function serialize(base: string, item: Item, fieldsets: Fieldsets): string {
  const { resource } = item
  const wanted = fieldsets.get(resource.type)
  const layout = layoutOf(resource)
  const id = formatResourceId(resource, item.record.id)
  // Joined once, because a text that grows in parts is copied at each use, and this text is used often.
  const self = [base, layout.path, id].join('')
  const attributes = attributesOf(item, layout, wanted)
  const relationships = relationshipsOf(item, layout, self, wanted)
  let text = `${layout.start}${id}"`
  if (attributes) text += `,"attributes":{${attributes}}`
  if (relationships) text += `,"relationships":{${relationships}}`
  text += `,"links":{"self":"${self}"`
  for (const { name, path } of layout.links) text += `,"${name}":"${self}${path}"`
  return item.cursor === undefined ? `${text}}}` : `${text}},"meta":{"page":{"cursor":"${item.cursor}"}}}`
}

/** The resource objects of several items, with commas between them. */
export function serializeAll(base: string, items: readonly Item[], fieldsets: Fieldsets): string {
  // A text that grows is copied once, when it is sent; joined parts are copied twice.
  let text = ''
  for (const item of items) text += (text && ',') + serialize(base, item, fieldsets)
  return text
}

function attributesOf({ record }: Item, layout: Layout, wanted: ReadonlySet<string> | undefined): string {
  let text = ''
  for (const { name, key, first, next, attribute } of layout.attributes) {
    if (wanted && !wanted.has(name)) continue
    const value = record[key]
    // A record lacks only the members that are shown once, such as a secret.
    if (value !== undefined) text += (text ? next : first) + attributeText(attribute, value)
  }
  return text
}

function relationshipsOf(item: Item, layout: Layout, self: string, wanted: ReadonlySet<string> | undefined): string {
  let text = ''
  for (const relation of layout.relationships) {
    if (wanted && !wanted.has(relation.name)) continue
    text += (text ? relation.next : relation.first) + self + relation.middle + self + relation.end
    text += linkageOf(item, relation)
  }
  return text
}

/** The id of a to-one relationship, or null. Throws a plain Error if the record has no such member. */
export function toOneId(record: CoreRecord, key: string): Id | null {
  const id = record[key]
  if (id === null || typeof id === 'string') return id
  throw new Error(`A record has no id in its member ${key}.`)
}

// The linkage, if it is loaded, and the end of the relationship.
function linkageOf(item: Item, { name, to, target, identifier }: Relation): string {
  if (to.many) {
    const ids = item.linked.get(name)
    return ids ? `,"data":[${ids.map((id) => `${identifier}${formatResourceId(target, id)}"}`).join(',')}]}` : '}'
  }
  const id = toOneId(item.record, to.key)
  return id === null ? ',"data":null}' : `,"data":${identifier}${formatResourceId(target, id)}"}}`
}

function attributeText(attribute: Attribute, value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (value instanceof Date) return `"${formatMoment(value)}"`
  return JSON.stringify(attributeValue(attribute, value))
}

/** An attribute in its wire form. */
export function attributeValue(attribute: Attribute, value: unknown): unknown {
  if (attribute.kind === 'time' && value instanceof Date) return value.toISOString()
  if (attribute.idKind && typeof value === 'string') return formatId(attribute.idKind, value)
  return attribute.as ? attribute.as(value) : value
}

// The texts that all resource objects of one type share. `first` begins the first member, `next` begins a later one.
type Layout = {
  path: string
  start: string
  attributes: { name: string; key: string; first: string; next: string; attribute: Attribute }[]
  relationships: Relation[]
  links: { name: string; path: string }[]
}
type Relation = {
  name: string
  to: Relationship
  target: Resource
  first: string
  next: string
  middle: string
  end: string
  identifier: string
}

const layouts = new WeakMap<Resource, Layout>()

function layoutOf(resource: Resource): Layout {
  const known = layouts.get(resource)
  if (known) return known
  const layout = createLayout(resource)
  layouts.set(resource, layout)
  return layout
}

function createLayout({ type, attributes, relationships, links = {} }: Resource): Layout {
  return {
    path: `/${type}/`,
    start: startOf(type),
    attributes: Object.entries(attributes).map(([name, attribute]) => ({
      name,
      key: attribute.of ?? name,
      first: `"${name}":`,
      next: `,"${name}":`,
      attribute,
    })),
    relationships: Object.entries(relationships).map(([name, to]) => ({
      name,
      to,
      target: resourceOf(to.type),
      first: `"${name}":{"links":{"self":"`,
      next: `,"${name}":{"links":{"self":"`,
      middle: `/relationships/${name}","related":"`,
      end: `/${name}"}`,
      identifier: startOf(to.type),
    })),
    links: Object.entries(links).map(([name, path]) => ({ name, path })),
  }
}

function startOf(type: string): string {
  return `{"type":"${type}","id":"`
}
