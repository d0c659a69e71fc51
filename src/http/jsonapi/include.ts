import type { Context } from '../../core/context.ts'
import { say } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type ListFilter, unpagedLimit } from '../../core/lists/index.ts'
import { refuse } from './problems.ts'
import type { IncludeTree } from './query.ts'
import { resourceOf } from './registry.ts'
import type { Resource, ToMany, ToOne } from './resource.ts'
import { type Item, itemOf, toOneId } from './serialize.ts'

// Every item of the document by type and id, and the items to include.
type Store = { items: Map<Resource, Map<Id, Item>>; included: Item[] }

/**
 * Loads the resources of `tree` and links them to the items, with one query for each relationship. Returns the items to
 * include: each once, without the primary data. The reader needs the permission of each type.
 */
export async function loadIncluded(ctx: Context, primary: readonly Item[], tree: IncludeTree): Promise<Item[]> {
  const store: Store = { items: new Map(), included: [] }
  for (const item of primary) itemsOf(store, item.resource).set(item.record.id, item)
  await loadTree(ctx, primary, tree, store)
  return store.included
}

async function loadTree(ctx: Context, items: readonly Item[], tree: IncludeTree, store: Store): Promise<void> {
  const [first] = items
  if (!first) return
  for (const [name, branch] of tree) {
    const relationship = first.resource.relationships[name]
    if (!relationship) continue
    const target = resourceOf(relationship.type)
    const found = relationship.many
      ? await loadMany(ctx, items, name, relationship, target, store)
      : await loadOne(ctx, items, relationship, target, store)
    await loadTree(ctx, found, branch, store)
  }
}

async function loadOne(
  ctx: Context,
  items: readonly Item[],
  to: ToOne,
  target: Resource,
  store: Store,
): Promise<Item[]> {
  const known = itemsOf(store, target)
  const ids = new Set<Id>()
  for (const { record } of items) {
    const id = toOneId(record, to.key)
    if (id !== null) ids.add(id)
  }
  const missing = [...ids].filter((id) => !known.has(id))
  if (missing.length > 0) await load(ctx, target, { field: 'id', oneOf: missing }, store)
  return [...ids].map((id) => known.get(id)).filter((item) => item !== undefined)
}

async function loadMany(
  ctx: Context,
  items: readonly Item[],
  name: string,
  to: ToMany,
  target: Resource,
  store: Store,
): Promise<Item[]> {
  const found = await load(ctx, target, { field: to.by, oneOf: items.map(({ record }) => record.id) }, store)
  const children = new Map<Id | null, Id[]>()
  for (const { record } of found) {
    const parent = toOneId(record, to.by)
    children.set(parent, [...(children.get(parent) ?? []), record.id])
  }
  for (const item of items) item.linked.set(name, children.get(item.record.id) ?? [])
  return found
}

async function load(ctx: Context, target: Resource, filter: ListFilter, store: Store): Promise<Item[]> {
  const { items } = await target.list(ctx, { filters: [filter] })
  if (items.length >= unpagedLimit) {
    throw refuse(400, 'too_many_included', say('include_too_large', { type: target.type }), { parameter: 'include' })
  }
  const known = itemsOf(store, target)
  return items.map((record) => {
    const there = known.get(record.id)
    if (there) return there
    const item = itemOf(target, record)
    known.set(record.id, item)
    store.included.push(item)
    return item
  })
}

function itemsOf({ items }: Store, resource: Resource): Map<Id, Item> {
  const known = items.get(resource) ?? new Map()
  items.set(resource, known)
  return known
}
