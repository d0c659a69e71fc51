import type { FastifyInstance, HTTPMethods } from 'fastify'
import { say } from '../../core/errors.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { uploadLimit } from '../uploads.ts'
import { createHandler, deleteHandler, getHandler, type Handler, listHandler, updateHandler } from './handlers.ts'
import { operationsHandler } from './operations.ts'
import { refuse } from './problems.ts'
import { resources } from './registry.ts'
import { addHandler, linkageHandler, relatedHandler, replaceHandler, takeOutHandler } from './related.ts'

type Methods = Partial<Record<'GET' | 'POST' | 'PATCH' | 'DELETE', Handler>>

const upload = { bodyLimit: uploadLimit, config: { isUpload: true } }
const everyMethod = ['GET', 'POST', 'PATCH', 'DELETE', 'PUT'] as const

/** Puts every resource of the registry under its addresses. */
export function registerResources(app: FastifyInstance, deps: HttpDependencies): void {
  for (const resource of resources) {
    const path = `/${resource.type}`
    const takes = resource.takesFile ? upload : {}
    register(app, deps, path, { GET: listHandler(resource), POST: createHandler(resource) }, takes)
    const one = { GET: getHandler(resource), PATCH: updateHandler(resource), DELETE: deleteHandler(resource) }
    register(app, deps, `${path}/:id`, one, takes)
    register(app, deps, `${path}/:id/:relationship`, { GET: relatedHandler(resource) })
    register(app, deps, `${path}/:id/relationships/:relationship`, {
      GET: linkageHandler(resource),
      PATCH: replaceHandler(resource),
      POST: addHandler(resource),
      DELETE: takeOutHandler(resource),
    })
  }
  register(app, deps, '/operations', { POST: operationsHandler })
}

/** Answers the methods of one address; others are 405 and OPTIONS tells which there are. */
export function register(
  app: FastifyInstance,
  deps: HttpDependencies,
  url: string,
  methods: Methods,
  options: object = {},
): void {
  const allow = [
    ...Object.keys(methods).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
    'OPTIONS',
  ]
  const headers = { allow: allow.join(', ') }
  for (const method of everyMethod) {
    const handler = method === 'PUT' ? undefined : methods[method]
    const refused: Handler = async () => {
      const error = refuse(405, 'method_not_allowed', say('method_here', { method, allow: headers.allow }))
      Object.assign(error.headers, headers)
      throw error
    }
    const answer = handler ?? refused
    app.route({
      method: method satisfies HTTPMethods,
      url,
      ...options,
      handler: (request, reply) => answer(request, reply, { ...deps, base: request.base }),
    })
  }
  app.options(url, async (_request, reply) => reply.code(204).headers(headers).send())
}
