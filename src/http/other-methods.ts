import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify'
import { say } from '../core/errors.ts'
import { HttpError, unknownPath } from './problem.ts'

type IsTheirs = (request: FastifyRequest) => boolean
type Asked = { method?: string | undefined }

const routed: readonly HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const known = new Set<string | undefined>([...routed, 'HEAD'])
const rare = 'TRACE'
const rareMethods = new WeakMap<Asked, string>()

/**
 * Makes the router treat a method that no address takes like TRACE. Node reads 28 such methods, and a route for each of
 * them at each address would cost a third of the start. `showMethod` restores the method after the router.
 */
export function hideRareMethod(request: Asked): void {
  if (request.method === undefined || known.has(request.method)) return
  rareMethods.set(request, request.method)
  request.method = rare
}

export function showMethod(request: Asked): void {
  const method = rareMethods.get(request)
  if (method !== undefined) request.method = method
}

/**
 * Records the methods of a plugin's addresses from now on. The caller calls the returned function after the last route.
 * It answers other methods with 405, and OPTIONS with the list. An address stays unknown to callers for whom it does
 * not exist. `wider` names the methods that a route for many addresses takes.
 */
export function heedMethods(
  app: FastifyInstance,
  isTheirs: IsTheirs = () => true,
  wider: (url: string) => readonly string[] = () => [],
): () => void {
  const taken = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ routePath, method }) => {
    const methods = taken.get(routePath) ?? new Set()
    for (const one of [method].flat()) methods.add(String(one))
    taken.set(routePath, methods)
  })
  return () => {
    for (const [url, methods] of [...taken]) refuseOthers(app, url, [...new Set([...methods, ...wider(url)])], isTheirs)
  }
}

function refuseOthers(app: FastifyInstance, url: string, methods: readonly string[], isTheirs: IsTheirs): void {
  const allow = [...methods, 'OPTIONS'].join(', ')
  app.route({
    method: [...routed, rare].filter((method) => !methods.includes(method)),
    url,
    // The hook answers before the body is read, so that the body is not judged first.
    onRequest: async (request, reply) => {
      if (!isTheirs(request)) throw unknownPath(request)
      reply.header('allow', allow)
      if (request.method === 'OPTIONS') return reply.code(204).send()
      throw new HttpError(405, say('method', { method: request.method, allow }))
    },
    handler: async () => {},
  })
}
