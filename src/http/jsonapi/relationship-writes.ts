import type { Context } from '../../core/context.ts'
import { say } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { findRelationship } from './find.ts'
import { refuse } from './problems.ts'
import { refuseAdding, refuseReplacing, refuseTakingOut, refuseToOne } from './refusals.ts'
import { resourceOf } from './registry.ts'
import type { Resource, Using } from './resource.ts'
import { type Item, itemOf } from './serialize.ts'
import { perform } from './write.ts'
import { type LidResolver, readIdentifier, readToOne } from './write-relationships.ts'

/** A write to one relationship: the resource, the linkage, and its place in the request. */
export type LinkageWrite = {
  ctx: Context
  using: Using
  parent: Item
  name: string
  data: unknown
  at: string
  resolveLid?: LidResolver | undefined
}

const maxIdentifiers = 100

/** Links a to-one relationship to another resource, or to none. Replacing a whole to-many relationship gets 403. */
export async function replaceLinkage(write: LinkageWrite): Promise<Item> {
  const { ctx, using, parent, name, data, at, resolveLid } = write
  const { resource, record } = parent
  const to = findRelationship(resource, name)
  if (to.many) {
    readIdentifiers(resourceOf(to.type), write)
    throw refuseReplacing(name, to)
  }
  if (Array.isArray(data)) throw refuse(400, 'malformed_document', say('to_one_data', { name }), { pointer: at })
  const { update } = resource
  if (!update || (to.write !== 'always' && to.write !== 'update')) throw refuseToOne(resource, name, to)
  const values = new Map([[to.key, readToOne(to, data, at, resolveLid)]])
  const draft = { given: values, lid: null, pointers: new Map([[to.key, at]]), parent: at, data, at }
  return itemOf(resource, await perform(draft, () => update(ctx, record.id, draft.given, using)))
}

/** Adds to a to-many relationship. A resource that is already in it stays in it once. */
export async function addLinkage(write: LinkageWrite): Promise<void> {
  const { ctx, parent, name, at, data } = write
  const to = findRelationship(parent.resource, name)
  if (!to.many) throw refuse(405, 'method_not_allowed', say('to_one_patch', { name }))
  const ids = readIdentifiers(resourceOf(to.type), write)
  const { add } = to
  if (!add) throw refuseAdding(name, to)
  const draft = { given: new Map(), lid: null, pointers: new Map(), parent: at, data, at }
  await perform(draft, () => add(ctx, parent.record.id, ids))
}

/** Refuses to take a resource out of a to-many relationship, because each of its resources belongs to a parent. */
export function refuseRemoval(write: LinkageWrite): never {
  const to = findRelationship(write.parent.resource, write.name)
  if (!to.many) throw refuse(405, 'method_not_allowed', say('to_one_patch', { name: write.name }))
  readIdentifiers(resourceOf(to.type), write)
  throw refuseTakingOut(write.name, to)
}

function readIdentifiers(target: Resource, { data, at, resolveLid }: LinkageWrite): Id[] {
  if (!Array.isArray(data)) throw refuse(400, 'malformed_document', say('identifiers_list'), { pointer: at })
  if (data.length > maxIdentifiers)
    throw refuse(400, 'too_many', say('identifiers_many', { limit: maxIdentifiers }), { pointer: at })
  return data.map((entry, index) => readIdentifier(target, entry, `${at}/${index}`, resolveLid))
}
