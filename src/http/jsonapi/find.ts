import type { Context } from '../../core/context.ts'
import { notFound, say } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { parseResourceId } from './ids.ts'
import { refuse } from './problems.ts'
import type { Relationship, Resource } from './resource.ts'
import { type Item, itemOf } from './serialize.ts'

/** Finds one resource by a client's id. Throws not found for ids of another kind or of another organization. */
export async function findItem(ctx: Context, resource: Resource, id: string): Promise<Item> {
  const key = parseResourceId(resource, id)
  const item = key === null ? null : await findById(ctx, resource, key)
  if (!item) throw notFound(resource.idKind)
  return item
}

export async function findById(ctx: Context, resource: Resource, id: Id): Promise<Item | null> {
  const { items } = await resource.list(ctx, { filters: [{ field: 'id', oneOf: [id] }] })
  return items[0] ? itemOf(resource, items[0]) : null
}

/** Finds a relationship of a type by a client's name. Throws 404. */
export function findRelationship(resource: Resource, name: string): Relationship {
  const found = Object.hasOwn(resource.relationships, name) ? resource.relationships[name] : undefined
  if (found) return found
  const known = Object.keys(resource.relationships)
  throw refuse(404, 'not_found', say('relationship_unknown', { type: resource.type, name, known }))
}
