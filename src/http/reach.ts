import type { FastifyInstance, FastifyRequest } from 'fastify'
import { say } from '../core/errors.ts'
import type { HttpDependencies } from './dependencies.ts'
import { hostName, isOwnHost } from './hosts.ts'
import { HttpError } from './problem.ts'
import { lastOf, type Trust } from './proxies.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * The base of every link in the answer: PUBLIC_URL, or the address that the caller used. It has no slash at the
     * end.
     */
    readonly base: string
    /** The path before ours for the caller: from PUBLIC_URL, or from a trusted proxy. It is empty, or `/words`. */
    readonly prefix: string
  }
}

const plainPath = /^(\/[\w~.-]+)+$/
const hostAndPort = /^((?:[\w.-]+|\[[0-9a-f:.]+\]))(?::(\d{1,5}))?$/i

type Getters = { base(this: FastifyRequest): string; prefix(this: FastifyRequest): string }
/** Whether the host name of a request leads to this server. */
type IsOurs = (host: string, request: FastifyRequest) => boolean
type Reach = Getters & { isOurs: IsOurs }

/** Makes the getters of a request's `base` and `prefix`, and the function that judges hosts. */
export function createReach(deps: HttpDependencies, trusts: Trust): Reach {
  const { publicUrl } = deps
  const isOurs = createHostJudge(deps)
  const publicPrefix = publicUrl === null ? null : prefixOf(publicUrl)
  return {
    base() {
      return publicUrl ?? describeReach(this, { isOurs, trusts, listening: deps.listening })
    },
    prefix() {
      return publicPrefix ?? forwardedPrefix(this, trusts)
    },
    isOurs,
  }
}

/**
 * Refuses requests for hosts that are not ours (RFC 9110, section 15.5.20), so that no foreign name gets into a link or
 * near a cookie. Adds `base` and `prefix` to every other request.
 */
export function registerReach(app: FastifyInstance, deps: HttpDependencies, { base, prefix, isOurs }: Reach): void {
  app.decorateRequest('base', { getter: base })
  app.decorateRequest('prefix', { getter: prefix })
  app.addHook('onRequest', (request, _reply, done) => {
    if (countHosts(request) > 1) return done(new HttpError(400, say('host_twice')))
    const isRight = isOpenToAll(request, deps) || hostsOf(request).every((host) => isOurs(host, request))
    done(isRight ? undefined : new HttpError(421, say('host_unknown')))
  })
}

/** Gives `base` and `prefix` to a request that the framework refuses before it is decorated. */
export function decorateBare(request: FastifyRequest, { base, prefix }: Getters): void {
  Object.defineProperties(request, { base: { get: base }, prefix: { get: prefix } })
}

/** The base of links without PUBLIC_URL. A foreign host is never part of it. */
function describeReach(
  request: FastifyRequest,
  { isOurs, trusts, listening }: { isOurs: IsOurs; trusts: Trust; listening: HttpDependencies['listening'] },
): string {
  const [, name, port] = hostAndPort.exec(request.host) ?? []
  if (name === undefined || !isOurs(request.host, request)) return listening()
  const forwarded = trusts(request.socket.remoteAddress) ? lastOf(request.headers['x-forwarded-port']) : undefined
  const at = forwarded !== undefined && /^\d{1,5}$/.test(forwarded) ? forwarded : port
  // Some proxies send the port of a hop behind TLS. Nobody serves https on port 80.
  const isUsual = at === undefined || at === '80' || at === '443'
  return `${request.protocol}://${name}${isUsual ? '' : `:${at}`}${forwardedPrefix(request, trusts)}`
}

function forwardedPrefix(request: FastifyRequest, trusts: Trust): string {
  if (!trusts(request.socket.remoteAddress)) return ''
  const prefix = lastOf(request.headers['x-forwarded-prefix'])?.replace(/\/+$/, '')
  return prefix !== undefined && plainPath.test(prefix) ? prefix : ''
}

// With two Host headers, we might read the first one while a proxy reads the last one (RFC 9112, section 3.2).
function countHosts({ raw }: FastifyRequest): number {
  return raw.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length
}

// A request line with a whole URL names a host too.
function hostsOf(request: FastifyRequest): string[] {
  const inLine = /^https?:\/\/([^/?#]*)/i.exec(request.originalUrl)?.[1]
  return inLine === undefined ? [request.host] : [request.host, inLine]
}

function createHostJudge({ domain, publicUrl, host: own }: HttpDependencies): IsOurs {
  const names = [own, publicUrl && new URL(publicUrl).hostname].flatMap((name) => (name ? bareName(name) : []))
  return (host, { socket }) => {
    if (host === '') return true // HTTP/1.0; there is nothing that could come into a link
    const name = hostAndPort.test(host) ? hostName(host) : ''
    if (isOwnHost(name, domain) || names.includes(name)) return true
    return name !== '' && name === bareName(socket.localAddress?.replace(/^::ffff:/, '') ?? '')
  }
}

function bareName(name: string): string {
  return name.replace(/^\[|\]$/g, '').toLowerCase()
}

// Monitors use an address without a name. Without a token, /metrics depends on the caller's address, so it is not open
// here.
function isOpenToAll({ url }: FastifyRequest, { metricsToken = null }: HttpDependencies): boolean {
  const path = url.split('?')[0]
  return path === '/health' || path === '/ready' || (path === '/metrics' && metricsToken !== null)
}

/** The path of PUBLIC_URL: empty, or `/words`. */
export function prefixOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/$/, '')
}
