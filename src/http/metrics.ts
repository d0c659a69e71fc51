import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { DomainError, say } from '../core/errors.ts'
import type { LimitedRequest } from './client-address.ts'
import type { HttpDependencies } from './dependencies.ts'
import { countGuess } from './guesses.ts'
import type { RateLimits, Replying } from './rate-limit.ts'

/** Each label has few values: a prefix, a method, the pattern of a route, a status. */
type RequestLabels = { face: string; method: string; route: string; status: string }

/** Counts each answered request, and writes all counts in the text format of Prometheus. */
export type HttpMetrics = {
  answered(labels: RequestLabels, seconds: number): void
  expose(): Promise<{ contentType: string; text: string }>
}

/** Counts every request by its face and its route. */
export function countRequests(
  app: FastifyInstance,
  { metrics }: Pick<HttpDependencies, 'metrics'>,
  faceOf: (url: string) => string,
): void {
  if (!metrics) return
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)'
    const labels = { face: faceOf(request.url), method: request.method, route, status: String(reply.statusCode) }
    metrics.answered(labels, reply.elapsedTime / 1_000)
    done()
  })
}

export function registerMetrics(app: FastifyInstance, deps: HttpDependencies): void {
  const { metrics, metricsToken: token = null, rateLimits } = deps
  if (!metrics) return
  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    await admitReader(request.raw, { request, reply, token, rateLimits })
    const { contentType, text } = await metrics.expose()
    return reply.header('content-type', contentType).header('cache-control', 'no-store').send(text)
  })
}

const loopback = /^(127\.|::1$|::ffff:127\.)/
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * Allows a request for the metrics. With METRICS_TOKEN, the request must have the token. Without METRICS_TOKEN, it must
 * come from this machine, and not through a proxy on it. Throws `unauthenticated`, `metrics_not_public`.
 */
function requireReader(request: Pick<IncomingMessage, 'headers' | 'socket'>, token: string | null): void {
  if (token !== null) {
    if (timingSafeEqual(digest(bearerOf(request)), digest(token))) return
    throw new DomainError('unauthenticated', 'unauthenticated', say('metrics_token'))
  }
  const isPassedOn = forwarding.some((name) => request.headers[name] !== undefined)
  if (loopback.test(request.socket.remoteAddress ?? '') && !isPassedOn) return
  throw new DomainError('forbidden', 'metrics_not_public', say('metrics_local'))
}

type Admitting = { request: LimitedRequest; reply: Replying; token: string | null; rateLimits: RateLimits }

/** Calls requireReader, and counts a wrong token as a guess like a wrong key. Throws `rate_limited` too. */
export async function admitReader(
  raw: Pick<IncomingMessage, 'headers' | 'socket'>,
  { request, reply, token, rateLimits }: Admitting,
): Promise<void> {
  const secret = bearerOf(raw)
  const look = async () => requireReader(raw, token)
  if (token === null || secret === '') return look()
  const isWrong = (error: unknown) => error instanceof DomainError
  return countGuess(request, reply, { rateLimits }, { kind: 'wrong-keys', secret: `metrics ${secret}`, isWrong }, look)
}

function bearerOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
