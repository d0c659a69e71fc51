import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DomainError, say } from '../core/errors.ts'
import type { Said } from '../texts/index.ts'
import type { HttpDependencies } from './dependencies.ts'
import { hostName } from './hosts.ts'
import { isPassedOn, type Trust } from './proxies.ts'

const loopback = /^(127\.|::1$|::ffff:127\.)/
const toldProxies = 100
const yearSeconds = 31_536_000

/**
 * "You must make all your requests to the API over HTTPS. Any requests made over HTTP will fail" (Harbour guide): only
 * loopback gets plain HTTP. For a forwarded request, the word of a trusted proxy counts. An unknown proxy is logged at
 * once, because all clients behind it look like one.
 */
export function registerTransportRule(app: FastifyInstance, deps: HttpDependencies, trusts: Trust): void {
  const told = new Set<string>()
  app.addHook('onRequest', (request, reply, done) => {
    const neighbour = request.socket.remoteAddress ?? ''
    const isForwarded = isPassedOn(request.headers)
    if (isForwarded && !trusts(neighbour)) tellOfProxy(request, neighbour, told)
    if (request.protocol === 'https')
      reply.header('strict-transport-security', `max-age=${rememberSeconds(request, deps)}`)
    done(isProbe(request.url) ? undefined : refuse(request, { neighbour, isForwarded, deps, trusts }))
  })
}

type Facts = { neighbour: string; isForwarded: boolean; deps: HttpDependencies; trusts: Trust }

function refuse(request: FastifyRequest, { neighbour, isForwarded, deps, trusts }: Facts): DomainError | undefined {
  if (request.protocol === 'https') return undefined
  const isTold = request.headers['x-forwarded-proto'] !== undefined
  if (isForwarded && trusts(neighbour)) return httpsRequired(say(isTold ? 'https_proxy_plain' : 'https_proxy_silent'))
  if (!loopback.test(neighbour)) return httpsRequired(say('https_no_tls'))
  if (!isForwarded || deps.isProduction !== true) return undefined
  return httpsRequired(say('https_proxy_unknown', { neighbour: plainAddress(neighbour) }))
}

function plainAddress(neighbour: string): string {
  return neighbour.replace(/^::ffff:/, '')
}

function tellOfProxy(request: FastifyRequest, neighbour: string, told: Set<string>): void {
  if (told.has(neighbour) || told.size >= toldProxies) return
  told.add(neighbour)
  request.log.warn(
    { neighbour },
    `A proxy that TRUSTED_PROXIES does not name passes requests on. Limits and the evidence take its address for that of everybody behind it. If it is yours, set TRUSTED_PROXIES=${plainAddress(neighbour)} and start again.`,
  )
}

// A browser keeps HSTS for every port of a name, and other projects also run on localhost.
function rememberSeconds({ host }: FastifyRequest, { isProduction }: HttpDependencies): number {
  return isProduction || !/(^|\.)localhost$/.test(hostName(host)) ? yearSeconds : 300
}

function httpsRequired(words: Said): DomainError {
  return new DomainError('forbidden', 'https_required', words)
}

function isProbe(url: string): boolean {
  return /^\/(health|ready)(\?|$)/.test(url)
}
