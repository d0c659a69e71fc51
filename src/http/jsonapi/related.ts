import type { ListRequest } from '../../core/lists.ts'
import type { Page } from '../../core/paging.ts'
import { type Asking, describe, describePage, documentOfOne, documentOfPage } from './documents.ts'
import { findById, findItem, findRelationship } from './find.ts'
import { ask, type Handler, paramOf, pathOf, send } from './handlers.ts'
import { createInput } from './input.ts'
import { refuse } from './problems.ts'
import { resourceOf } from './registry.ts'
import type { CoreRecord, Resource, ToMany } from './resource.ts'
import { type Identifier, type Item, identify, itemOf, toOneId } from './serialize.ts'
import { perform, readData } from './write.ts'
import { readIdentifier, readToOne } from './write-relationships.ts'

const maxIdentifiers = 100

/** `GET /<type>/<id>/<relationship>`: the related resources; to-many ones as any list of their type. */
export const relatedHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const name = paramOf(request, 'relationship')
    const to = findRelationship(resource, name)
    const target = resourceOf(to.type)
    const asking = ask(request, deps, target, { fields: true, include: true, list: to.many, page: to.many })
    const parent = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    const path = `${pathOf(resource, parent.record.id)}/${name}`
    if (to.many) {
      const { filters, sorts, page } = asking.query
      const found = await listRelated(asking, to, parent, { filters, sorts, page })
      const items = found.items.map((record) => itemOf(target, record))
      return send(reply, await documentOfPage(asking, path, { ...found, items }))
    }
    const id = toOneId(parent.record, to.key)
    const item = id === null ? null : await findById(asking.ctx, target, id)
    return send(reply, await documentOfOne(asking, path, item))
  }

/** `GET /<type>/<id>/relationships/<relationship>`: the linkage; of a to-many in pages. */
export const linkageHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const name = paramOf(request, 'relationship')
    const to = findRelationship(resource, name)
    const asking = ask(request, deps, resourceOf(to.type), { page: to.many })
    const parent = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    return send(reply, await documentOfLinkage(asking, resource, name, parent))
  }

/** `PATCH …/relationships/<relationship>`: another resource, or none, for a to-one; a to-many cannot be replaced. */
export const replaceHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const name = paramOf(request, 'relationship')
    const to = findRelationship(resource, name)
    const asking = ask(request, deps, resourceOf(to.type), {})
    const parent = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    const data = readData(request.body)
    if (to.many) {
      readIdentifiers(resourceOf(to.type), data)
      throw refuse(403, 'not_supported', `${name} cannot be replaced as a whole.`)
    }
    const { update } = resource
    if (Array.isArray(data))
      throw refuse(400, 'malformed_document', `${name} is to one: send one identifier.`, { pointer: '/data' })
    if (!update || (to.write !== 'always' && to.write !== 'update'))
      throw refuse(403, 'read_only', `${name} cannot be changed.`)
    const values = new Map([[to.key, readToOne(to, data, '/data')]])
    const draft = {
      input: createInput(values),
      lid: null,
      pointers: new Map([[to.key, '/data']]),
      parent: '/data',
      data,
      at: '/data',
    }
    const record = await perform(draft, () => update(asking.ctx, parent.record.id, draft.input, deps))
    return send(reply, await documentOfLinkage(asking, resource, name, itemOf(resource, record)))
  }

/** `POST …/relationships/<relationship>`: adds to a to-many; what is there already stays once. */
export const addHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const name = paramOf(request, 'relationship')
    const to = findRelationship(resource, name)
    const asking = ask(request, deps, resourceOf(to.type), {})
    const parent = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    if (!to.many) throw refuse(405, 'method_not_allowed', `${name} is to one: PATCH it.`)
    const ids = readIdentifiers(resourceOf(to.type), readData(request.body))
    const { add } = to
    if (!add) throw refuse(403, 'read_only', `${name} cannot be added to.`)
    const draft = {
      input: createInput(new Map()),
      lid: null,
      pointers: new Map(),
      parent: '/data',
      data: null,
      at: '/data',
    }
    await perform(draft, () => add(asking.ctx, parent.record.id, ids))
    return reply.code(204).send()
  }

/** `DELETE …/relationships/<relationship>`: nothing can be taken out of a to-many of ours, because each has an owner. */
export const takeOutHandler =
  (resource: Resource): Handler =>
  async (request, _reply, deps) => {
    const name = paramOf(request, 'relationship')
    const to = findRelationship(resource, name)
    const asking = ask(request, deps, resourceOf(to.type), {})
    await findItem(asking.ctx, resource, paramOf(request, 'id'))
    if (!to.many) throw refuse(405, 'method_not_allowed', `${name} is to one: PATCH it.`)
    readIdentifiers(resourceOf(to.type), readData(request.body))
    throw refuse(403, 'read_only', `Nothing can be taken out of ${name}.`)
  }

async function documentOfLinkage(asking: Asking, resource: Resource, name: string, parent: Item) {
  const to = findRelationship(resource, name)
  const target = resourceOf(to.type)
  const path = pathOf(resource, parent.record.id)
  const self = `${path}/relationships/${name}`
  const related = `${asking.base}${path}/${name}`
  if (!to.many) {
    const id = toOneId(parent.record, to.key)
    const { links, ...rest } = describe(asking, self)
    return { ...rest, links: { ...links, related }, data: id === null ? null : identify(target, id) }
  }
  const found = await listRelated(asking, to, parent, { page: asking.query.page })
  const { links, ...rest } = describePage(asking, self, found)
  const data: Identifier[] = found.items.map((record) => identify(target, record.id))
  return { ...rest, links: { ...links, related }, data }
}

function listRelated(asking: Asking, to: ToMany, parent: Item, request: ListRequest): Promise<Page<CoreRecord>> {
  const filters = [...(request.filters ?? []), { field: to.by, oneOf: [parent.record.id] }]
  return resourceOf(to.type).list(asking.ctx, { ...request, filters })
}

function readIdentifiers(target: Resource, data: unknown): string[] {
  if (!Array.isArray(data)) throw refuse(400, 'malformed_document', 'Send a list of identifiers.', { pointer: '/data' })
  if (data.length > maxIdentifiers)
    throw refuse(400, 'too_many', `Send at most ${maxIdentifiers} identifiers.`, { pointer: '/data' })
  return data.map((entry, index) => readIdentifier(target, entry, `/data/${index}`))
}
