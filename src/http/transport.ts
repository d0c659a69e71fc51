import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors.ts'
import type { HttpDependencies } from './dependencies.ts'
import { hostName } from './hosts.ts'
import { isPassedOn, type Trust } from './proxies.ts'

const loopback = /^(127\.|::1$|::ffff:127\.)/
const toldProxies = 100
const yearSeconds = 31_536_000

/**
 * "You must make all your requests to the API over HTTPS. Any requests made over HTTP will fail" (Harbour guide): plain
 * HTTP is served to loopback only, where development happens. Of what a proxy passes on, it is the proxy's word that
 * counts: that of a trusted one. An unknown proxy is told of at once, because everybody behind it looks like one caller.
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
  if (isForwarded && trusts(neighbour)) return httpsRequired(wordsOfProxy(request))
  if (!loopback.test(neighbour)) return httpsRequired(wordsOfServer)
  const isUnknown = isForwarded && deps.isProduction === true
  return isUnknown ? httpsRequired(`A proxy passed this on that is not known here. ${wordsFor(neighbour)}`) : undefined
}

const wordsOfServer =
  'This server was reached without TLS: set TLS_CERT and TLS_KEY, or name the proxy that ends TLS in TRUSTED_PROXIES.'

function wordsOfProxy({ headers }: FastifyRequest): string {
  if (headers['x-forwarded-proto'] !== undefined)
    return 'The proxy in front was reached without TLS, as it says itself.'
  return 'The proxy in front does not say how it was reached: let it send X-Forwarded-Proto.'
}

function wordsFor(neighbour: string): string {
  return `If it is yours, set TRUSTED_PROXIES=${neighbour.replace(/^::ffff:/, '')} and start again.`
}

function tellOfProxy(request: FastifyRequest, neighbour: string, told: Set<string>): void {
  if (told.has(neighbour) || told.size >= toldProxies) return
  told.add(neighbour)
  request.log.warn(
    { neighbour },
    `A proxy that TRUSTED_PROXIES does not name passes requests on. Limits and the evidence take its address for that of everybody behind it. ${wordsFor(neighbour)}`,
  )
}

// A browser keeps that promise for every port of a name; on localhost others develop, too.
function rememberSeconds({ host }: FastifyRequest, { isProduction }: HttpDependencies): number {
  return isProduction || !/(^|\.)localhost$/.test(hostName(host)) ? yearSeconds : 300
}

function httpsRequired(reason: string): DomainError {
  return new DomainError('forbidden', 'https_required', `Use https. ${reason}`)
}

function isProbe(url: string): boolean {
  return /^\/(health|ready)(\?|$)/.test(url)
}
