import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyReply, type FastifyRequest } from 'fastify'
import { say } from '../core/errors.ts'
import { registerPrefix } from './behind-prefix.ts'
import { registerClosing } from './closing.ts'
import { type Deadlines, registerDeadlines, usualDeadlines } from './deadlines.ts'
import type { HttpDependencies } from './dependencies.ts'
import { readForms } from './forms.ts'
import { registerHealth } from './health.ts'
import { routedUrl } from './hosts.ts'
import { endEmptySessions, endSessionsOnClose } from './http2-sessions.ts'
import { countRequests, registerMetrics } from './metrics.ts'
import { isForApp } from './navigation.ts'
import { heedMethods, hideRareMethod, showMethod } from './other-methods.ts'
import { HttpError, registerProblems, sendProblem } from './problem.ts'
import { createTrust, lastOf, type Trust } from './proxies.ts'
import { createReach, decorateBare, prefixOf, registerReach } from './reach.ts'
import { bodyLimit, longestPathSegment, longestUrl, maxHeaderSize } from './request-limits.ts'
import { registerTransportRule } from './transport.ts'
import { answerUnreadable, type RenderUnreadable, renderPlainProblem } from './unreadable.ts'

export type ServerOptions = {
  trustedProxies: string[]
  tls?: { cert: Buffer; key: Buffer }
  /** Deadlines that replace the usual ones. */
  deadlines?: Partial<Deadlines>
}

/** One dialect: an encapsulated plugin and its prefix. */
export type Face = {
  prefix: string
  plugin: FastifyPluginAsync<{ deps: HttpDependencies }>
  /** Answers an error before routing (an unreadable URL) in the form of this face. */
  renderError?: RenderError
  /** Answers bytes that are not a request, in the form of this face. */
  renderUnreadable?: RenderUnreadable
}

type RenderError = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  deps: HttpDependencies,
) => FastifyReply

/** A request before routing. HTTP/2 has a member of its own for the host. */
type RawRequest = {
  method?: string | undefined
  url?: string | undefined
  headers: IncomingHttpHeaders & { ':authority'?: string | undefined }
  socket?: { remoteAddress?: string | undefined }
}

// HTTP/2 servers also speak HTTP/1.1 with clients that request it. Their types differ; the parts that we use are the
// same.
const createFastify = Fastify as unknown as (options: object) => FastifyInstance

// No route names a schema, because faces check shapes themselves. Fastify would load two compilers of schemas at each
// start.
function compileNothing(): never {
  throw new Error('A route names a schema, and nothing here compiles it.')
}

/**
 * The HTTP server with every face; it does not listen yet. Each dialect is a plugin of its own, so its parsers, errors
 * and hooks never affect the other.
 */
export async function createServer(
  deps: HttpDependencies,
  faces: Face[],
  options: ServerOptions,
): Promise<FastifyInstance> {
  const trusts = createTrust(options.trustedProxies)
  const reach = createReach(deps, trusts)
  const place = { domain: deps.domain, prefix: deps.publicUrl === null ? '' : prefixOf(deps.publicUrl) }
  const common = {
    loggerInstance: deps.log,
    trustProxy: options.trustedProxies.length > 0 ? trusts : false,
    bodyLimit,
    requestIdHeader: false as const,
    // This function is the first to run after the router, and `rewriteUrl` is the last to run before it.
    genReqId: (request: RawRequest) => {
      showMethod(request)
      return requestId(request.headers['x-request-id'])
    },
    rewriteUrl: (request: RawRequest) => {
      const url = routedUrl(request.url ?? '/', hostOf(request, trusts), place, (path) => isForApp(path, request))
      hideRareMethod(request)
      return url
    },
    schemaController: { compilersFactory: { buildValidator: compileNothing, buildSerializer: compileNothing } },
    routerOptions: { maxParamLength: longestPathSegment, ignoreTrailingSlash: true },
    frameworkErrors(error: Error, request: FastifyRequest, reply: FastifyReply) {
      reply.header('x-request-id', request.id)
      decorateBare(request, reach)
      rendererFor(request.url, faces)(request, reply, error, deps)
    },
    clientErrorHandler: answerUnreadable((url, error, id) => {
      // If the URL itself is too long, its face is unknown.
      const face = url === null ? faces.find((one) => one.renderUnreadable) : ownerOf(url, faces)
      return (face?.renderUnreadable ?? renderPlainProblem)(error, id, deps)
    }),
    forceCloseConnections: 'idle' as const,
    return503OnClosing: true,
  }
  const deadlines = { ...usualDeadlines, ...options.deadlines }
  const app = createFastify({ ...common, ...transportOf(options, deadlines) })
  if (options.tls) {
    endSessionsOnClose(app)
    endEmptySessions(app, deadlines.idleMs)
  }
  registerDeadlines(app, deadlines)
  nameRequests(app)
  registerClosing(app)
  registerTransportRule(app, deps, trusts)
  registerReach(app, deps, reach)
  registerPrefix(app)
  registerProblems(app, (request, reply, error) => rendererFor(request.url, faces)(request, reply, error, deps))
  countRequests(app, deps, (url) => ownerOf(url, faces)?.prefix || '/')
  await app.register(async (inner) => registerOwn(inner, deps))
  readForms(app)
  for (const face of faces) await app.register(face.plugin, { prefix: face.prefix, deps })
  return app
}

function registerOwn(app: FastifyInstance, deps: HttpDependencies): void {
  const refuseOtherMethods = heedMethods(app)
  registerHealth(app, deps)
  registerMetrics(app, deps)
  refuseOtherMethods()
}

/** Adds the request id to every answer. Refuses a URL that is too long. */
function nameRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    const isTooLong = request.url.length > longestUrl
    done(isTooLong ? new HttpError(414, say('url_long', { limit: longestUrl })) : undefined)
  })
}

function hostOf({ headers, socket }: RawRequest, trusts: Trust): string {
  const forwarded = trusts(socket?.remoteAddress) ? lastOf(headers['x-forwarded-host']) : undefined
  return forwarded || (headers.host ?? headers[':authority'] ?? '')
}

// Node's own deadlines guard the time before a request is known: a TLS handshake, and the headers of HTTP/1.1.
function transportOf({ tls }: ServerOptions, { headersMs, totalMs }: Deadlines): object {
  const http1 = {
    maxHeaderSize,
    headersTimeout: headersMs,
    // A little longer than our deadline, so that ours answers first, in the form of the face.
    requestTimeout: totalMs + 5_000,
    connectionsCheckingInterval: 1_000,
  }
  if (!tls) return { http: http1, requestTimeout: http1.requestTimeout }
  const settings = { maxConcurrentStreams: 100 }
  return { http2: true, https: { ...tls, ...http1, allowHTTP1: true, handshakeTimeout: headersMs, settings } }
}

// A path without a face answers with problem details.
function rendererFor(url: string, faces: Face[]): RenderError {
  return ownerOf(url, faces)?.renderError ?? sendProblem
}

// The longest prefix wins.
function ownerOf(url: string, faces: Face[]): Face | undefined {
  const owners = faces.filter(({ prefix }) => url.startsWith(prefix) && /^([/?]|$)/.test(url.slice(prefix.length)))
  const [owner] = owners.sort((a, b) => b.prefix.length - a.prefix.length)
  return owner
}

// Keeps a caller's own id if it is harmless in logs and headers, so that a request can be followed across systems.
function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given) ? given : randomUUID()
}
