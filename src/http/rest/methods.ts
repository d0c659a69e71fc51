import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { DomainError, say } from '../../core/errors.ts'
import { unknownPath } from '../problem.ts'
import type { Endpoint } from './endpoint.ts'
import { routeOf } from './mount.ts'

const methods: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Answers the other methods of every path: 405 with `Allow`. OPTIONS gets the same list. */
export function refuseOtherMethods(app: FastifyInstance, endpoints: readonly Endpoint[]): void {
  for (const [path, known] of methodsByPath(endpoints)) {
    const allow = allowed(known)
    for (const method of methods.filter((method) => !known.has(method))) {
      app.route({
        method,
        url: routeOf(path),
        // The hook answers before the body is read, so that the body is not judged first.
        onRequest: async (_request, reply) => {
          reply.header('allow', allow)
          if (method === 'OPTIONS') return reply.code(204).send()
          throw methodNotAllowed(method, allow)
        },
        handler: async () => {},
      })
    }
  }
}

/**
 * The error for a request without a route. It is 405 if the path exists, because the framework routes no TRACE or
 * PROPFIND. Otherwise the path is unknown.
 */
export function explainMissingRoute(endpoints: readonly Endpoint[]) {
  const paths = [...methodsByPath(endpoints)].map(([path, known]) => ({
    pattern: new RegExp(`/v2${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
    allow: allowed(known),
  }))
  return (request: FastifyRequest, reply: FastifyReply): DomainError => {
    const path = request.url.split('?')[0] ?? ''
    const allow = paths.find(({ pattern }) => pattern.test(path))?.allow
    if (allow === undefined) return unknownPath(request)
    reply.header('allow', allow)
    return methodNotAllowed(request.method, allow)
  }
}

function allowed(known: ReadonlySet<string>): string {
  return [...known, ...(known.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

function methodNotAllowed(method: string, allow: string): DomainError {
  return new DomainError('invalid', 'method_not_allowed', say('method', { method, allow }))
}

function methodsByPath(endpoints: readonly Endpoint[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { method, path, aliases = [] } of endpoints) {
    for (const one of [path, ...aliases]) found.set(one, (found.get(one) ?? new Set()).add(method))
  }
  return found
}
