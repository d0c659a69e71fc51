import type { FastifyRequest } from 'fastify'
import type { ListRequest, Page } from '../../core/lists/index.ts'
import { namingCursor, partOf } from './cursor-pages.ts'
import { type Asking, compose, describe, describePage, documentOfOne, documentOfPage } from './documents.ts'
import { findById, findItem, findRelationship } from './find.ts'
import { answerOnce, ask, type Handler, paramOf, type Serving, send, sendPage } from './handlers.ts'
import { conditionsOf } from './query.ts'
import { resourceOf } from './registry.ts'
import { addLinkage, type LinkageWrite, refuseRemoval, replaceLinkage } from './relationship-writes.ts'
import type { CoreRecord, Resource, ToMany } from './resource.ts'
import { type Identifier, type Item, identify, itemsOf, pathOf, toOneId } from './serialize.ts'
import { readData } from './write.ts'

/** `GET /<type>/<id>/<relationship>`: the related resources. A to-many relationship answers like a list of its type. */
export const relatedHandler =
  (resource: Resource): Handler =>
  async (request, reply) => {
    const name = paramOf(request, 'relationship')
    const to = findRelationship(resource, name)
    const target = resourceOf(to.type)
    const asking = ask(request, target, { fields: true, include: true, list: to.many, page: to.many })
    const parent = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    const path = `${pathOf(resource, parent.record.id)}/${name}`
    if (to.many) {
      const found = await listRelated(asking, to, parent, { ...conditionsOf(asking.query), ...partOf(asking.query) })
      const items = itemsOf(target, found)
      return sendPage(reply, await documentOfPage(asking, path, { ...found, items }))
    }
    const id = toOneId(parent.record, to.key)
    const item = id === null ? null : await findById(asking.ctx, target, id)
    return send(request, reply, await documentOfOne(asking, path, item))
  }

/** `GET /<type>/<id>/relationships/<relationship>`: the linkage; in pages for a to-many relationship. */
export const linkageHandler =
  (resource: Resource): Handler =>
  async (request, reply) => {
    const name = paramOf(request, 'relationship')
    const to = findRelationship(resource, name)
    const asking = ask(request, resourceOf(to.type), { page: to.many })
    const parent = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    return send(request, reply, await documentOfLinkage(asking, resource, name, parent))
  }

/**
 * `PATCH …/relationships/<relationship>`: links a to-one to another resource or to none; refuses to replace a to-many.
 */
export const replaceHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const { asking, write } = await readLinkageWrite(request, resource, deps)
    const item = await replaceLinkage(write)
    return send(request, reply, await documentOfLinkage(asking, resource, write.name, item))
  }

/** `POST …/relationships/<relationship>`: adds to a to-many. */
export const addHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const { write } = await readLinkageWrite(request, resource, deps)
    await answerOnce(request, reply, async (ctx) => {
      await addLinkage({ ...write, ctx })
      return null
    })
    return reply.code(204).send()
  }

/** `DELETE …/relationships/<relationship>` */
export const takeOutHandler =
  (resource: Resource): Handler =>
  async (request, _reply, deps) =>
    refuseRemoval((await readLinkageWrite(request, resource, deps)).write)

async function readLinkageWrite(request: FastifyRequest, resource: Resource, deps: Serving) {
  const name = paramOf(request, 'relationship')
  const to = findRelationship(resource, name)
  const asking = ask(request, resourceOf(to.type), {})
  const parent = await findItem(asking.ctx, resource, paramOf(request, 'id'))
  const data = readData(request.body)
  const write: LinkageWrite = { ctx: asking.ctx, using: deps, parent, name, data, at: '/data' }
  return { asking, write }
}

async function documentOfLinkage(asking: Asking, resource: Resource, name: string, parent: Item): Promise<string> {
  const to = findRelationship(resource, name)
  const target = resourceOf(to.type)
  const path = pathOf(resource, parent.record.id)
  const self = `${path}/relationships/${name}`
  const related = `${asking.base}${path}/${name}`
  if (!to.many) {
    const id = toOneId(parent.record, to.key)
    const { links, ...rest } = describe(asking, self)
    const data = id === null ? null : identify(target, id)
    return compose({ ...rest, links: { ...links, related } }, JSON.stringify(data))
  }
  const found = await listRelated(asking, to, parent, partOf(asking.query))
  const { links, ...rest } = describePage(asking, self, found)
  const data: Identifier[] = found.items.map((record) => identify(target, record.id))
  return compose({ ...rest, links: { ...links, related } }, JSON.stringify(data))
}

function listRelated(asking: Asking, to: ToMany, parent: Item, request: ListRequest): Promise<Page<CoreRecord>> {
  const filters = [...(request.filters ?? []), { field: to.by, oneOf: [parent.record.id] }]
  return namingCursor(request.walk, () => resourceOf(to.type).list(asking.ctx, { ...request, filters }))
}
