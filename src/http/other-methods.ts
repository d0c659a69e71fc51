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
 * Has the router take a request with a method that no address takes for one with TRACE. Node reads 28 such methods, and a
 * route for each of them at each address would cost a third of the time to start. `showMethod` undoes it, behind the router.
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
 * Heeds which methods the addresses of a plugin take, from now on. What it returns has the others answered, behind the
 * last route: 405, with what is taken; OPTIONS tells what is taken. Where an address is nothing to whoever asks, it stays unknown. `wider` names the
 * methods of an address that a route for many addresses takes.
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
    // It answers before the body is read, so that the body is not judged first.
    onRequest: async (request, reply) => {
      if (!isTheirs(request)) throw unknownPath(request)
      reply.header('allow', allow)
      if (request.method === 'OPTIONS') return reply.code(204).send()
      throw new HttpError(405, say('method', { method: request.method, allow }))
    },
    handler: async () => {},
  })
}
