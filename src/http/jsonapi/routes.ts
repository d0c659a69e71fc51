import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify'
import { say } from '../../core/errors.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { uploadLimit } from '../uploads.ts'
import { createHandler, deleteHandler, getHandler, type Handler, listHandler, updateHandler } from './handlers.ts'
import { operationsHandler } from './operations.ts'
import { type JsonApiError, refuse } from './problems.ts'
import { resources } from './registry.ts'
import { addHandler, linkageHandler, relatedHandler, replaceHandler, takeOutHandler } from './related.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The methods of the address, on its OPTIONS route. */
    allow?: string
  }
}

type Methods = Partial<Record<'GET' | 'POST' | 'PATCH' | 'DELETE', Handler>>

const upload = { bodyLimit: uploadLimit, config: { isUpload: true } }
const everyMethod = ['GET', 'POST', 'PATCH', 'DELETE'] as const

/** Registers every resource of the registry under its addresses. */
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

/**
 * Answers the methods of one address, and lists them on OPTIONS. `explainMissing` answers the others, because a route
 * for each of them would lengthen the start by a tenth.
 */
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
  ].join(', ')
  for (const method of everyMethod) {
    const answer = methods[method]
    if (!answer) continue
    app.route({
      method: method satisfies HTTPMethods,
      url,
      ...options,
      handler: (request, reply) => answer(request, reply, { ...deps, base: request.base }),
    })
  }
  app.options(url, { config: { allow } }, async (_request, reply) => reply.code(204).headers({ allow }).send())
}

/**
 * The error for a request without a route: 405 if the address takes other methods, else 404. It knows the addresses
 * that are registered after this call.
 */
export function explainMissing(app: FastifyInstance): (request: FastifyRequest) => JsonApiError {
  const addresses: { pattern: RegExp; allow: string; open: number }[] = []
  app.addHook('onRoute', ({ url, config }) => {
    if (!config?.allow) return
    const pattern = new RegExp(`^${url.replace(/:\w+/g, '[^/]+')}/?$`)
    addresses.push({ pattern, allow: config.allow, open: url.split(':').length })
  })
  return ({ url, method }) => {
    const path = url.split('?')[0] ?? ''
    const fitting = addresses.filter(({ pattern }) => pattern.test(path))
    // Fixed words win over parameters, as in the router.
    const allow = fitting.sort((a, b) => a.open - b.open)[0]?.allow
    return allow === undefined
      ? refuse(404, 'not_found', say('unknown_path', { at: path }))
      : refuseMethod(method, allow)
  }
}

function refuseMethod(method: string, allow: string): JsonApiError {
  const error = refuse(405, 'method_not_allowed', say('method_here', { method, allow }))
  error.headers.allow = allow
  return error
}
