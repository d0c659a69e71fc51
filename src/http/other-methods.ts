import { METHODS } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { say } from '../core/errors.ts'
import { HttpError, unknownPath } from './problem.ts'

type IsTheirs = (request: FastifyRequest) => boolean

/**
 * Lets routes be added for every method that Node reads, so that each can be refused where it is not taken. CONNECT asks
 * for no address.
 */
export function knowAllMethods(app: FastifyInstance): void {
  const known = new Set(app.supportedMethods)
  for (const method of METHODS) if (method !== 'CONNECT' && !known.has(method)) app.addHttpMethod(method)
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
    const known = taken.get(routePath) ?? new Set()
    for (const one of [method].flat()) known.add(String(one))
    taken.set(routePath, known)
  })
  return () => {
    for (const [url, known] of [...taken]) refuseOthers(app, url, [...new Set([...known, ...wider(url)])], isTheirs)
  }
}

function refuseOthers(app: FastifyInstance, url: string, known: readonly string[], isTheirs: IsTheirs): void {
  const allow = [...known, 'OPTIONS'].join(', ')
  app.route({
    method: app.supportedMethods.filter((method) => method !== 'HEAD' && !known.includes(method)),
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
