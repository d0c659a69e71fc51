import type { FastifyInstance, HTTPMethods } from 'fastify'
import { DomainError } from '../../core/errors.ts'
import type { Endpoint } from './endpoint.ts'
import { routeOf } from './mount.ts'

const methods: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Answers, on every path that exists, the methods that it has not: 405 with `Allow`; OPTIONS tells the same. */
export function refuseOtherMethods(app: FastifyInstance, endpoints: readonly Endpoint[]): void {
  for (const [path, known] of methodsByPath(endpoints)) {
    const allow = [...known, ...(known.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    for (const method of methods.filter((method) => !known.has(method))) {
      app.route({
        method,
        url: routeOf(path),
        // Before the body is read, so that it is not judged first.
        onRequest: async (_request, reply) => {
          reply.header('allow', allow)
          if (method === 'OPTIONS') return reply.code(204).send()
          throw new DomainError('invalid', 'method_not_allowed', `${method} is not one of: ${allow}.`)
        },
        handler: async () => {},
      })
    }
  }
}

function methodsByPath(endpoints: readonly Endpoint[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { method, path, aliases = [] } of endpoints) {
    for (const one of [path, ...aliases]) found.set(one, (found.get(one) ?? new Set()).add(method))
  }
  return found
}
