import type { FastifyInstance } from 'fastify'
import { requireServerAdmin } from '../../../core/accounts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { etagOf } from '../../etags.ts'
import { documentOfOne } from '../documents.ts'
import { findItem } from '../find.ts'
import { answerOnce, ask, getHandler, type Handler, listHandler, paramOf } from '../handlers.ts'
import { requireMatch } from '../matching.ts'
import { refuseVerb } from '../refusals.ts'
import type { Resource } from '../resource.ts'
import { register } from '../routes.ts'
import { itemOf, pathOf } from '../serialize.ts'
import { perform, readData, readResourceObject } from '../write.ts'
import { serverResources } from './resources.ts'

/** The operator's resources in the same dialect. They belong to the server, and to no organization. */
export function registerOperator(app: FastifyInstance, deps: HttpDependencies): void {
  const { operator } = deps
  if (!operator) return
  for (const resource of serverResources({ operator, database: deps.database })) {
    const path = `/${resource.type}`
    const create = resource.create ? { POST: guarded(createHandler(resource)) } : {}
    register(app, deps, path, { GET: guarded(listHandler(resource)), ...create })
    register(app, deps, `${path}/:id`, {
      GET: guarded(getHandler(resource)),
      PATCH: guarded(updateHandler(resource)),
      DELETE: guarded(deleteHandler(resource)),
    })
  }
}

const guarded =
  (handler: Handler): Handler =>
  (request, reply, deps) => {
    requireServerAdmin(request.context)
    return handler(request, reply, deps)
  }

const createHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const asking = ask(request, resource, {})
    const { create } = resource
    if (!create) throw refuseVerb(resource, 'create')
    const draft = readResourceObject(readData(request.body), { resource, at: '/data' })
    const document = await answerOnce(request, reply, async (ctx) => {
      const record = await perform(draft, () => create(ctx, draft.given, deps))
      return JSON.parse(
        await documentOfOne({ ...asking, ctx }, `/${resource.type}`, itemOf(resource, record)),
      ) as object
    })
    return reply.code(201).header('cache-control', 'no-store').send(JSON.stringify(document))
  }

// The change runs outside the caller's organization, because it changes nothing of that organization.
const updateHandler =
  (resource: Resource): Handler =>
  async (request, reply, deps) => {
    const asking = ask(request, resource, {})
    const current = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    const { update } = resource
    if (!update) throw refuseVerb(resource, 'update')
    const draft = readResourceObject(readData(request.body), { resource, at: '/data', current })
    await requireMatch(asking, resource, current, current.record.id)
    const record = await perform(draft, () => update(asking.ctx, current.record.id, draft.given, deps))
    const text = await documentOfOne(asking, pathOf(resource, record.id), itemOf(resource, record))
    return reply.header('etag', etagOf(text)).send(text)
  }

const deleteHandler =
  (resource: Resource): Handler =>
  async (request, reply) => {
    const asking = ask(request, resource, {})
    const current = await findItem(asking.ctx, resource, paramOf(request, 'id'))
    const { record } = current
    if (!resource.remove) throw refuseVerb(resource, 'remove')
    await requireMatch(asking, resource, current, record.id)
    await resource.remove(asking.ctx, record.id)
    return reply.code(204).send()
  }
