import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { DomainError } from '../core/errors.ts'
import { sayError } from '../texts/index.ts'
import { admitReader, type HttpMetrics } from './metrics.ts'
import { statusOf } from './problem.ts'
import type { RateLimits } from './rate-limit.ts'

type MetricsServerOptions = {
  port: number
  host: string
  token: string | null
  /** Guesses of the token are limited by address. */
  rateLimits: RateLimits
  onError(error: unknown): void
}

/** Serves only `/metrics` on a port of its own, for processes without HTTP. The port uses plain HTTP. */
export async function startMetricsServer(metrics: Pick<HttpMetrics, 'expose'>, options: MetricsServerOptions) {
  const server = createServer((request, response) => {
    answer(metrics, options, request, response).catch((error: unknown) => {
      options.onError(error)
      response.writeHead(500).end()
    })
  })
  await once(server.listen(options.port, options.host), 'listening')
  const bound = server.address()
  return {
    port: bound !== null && typeof bound === 'object' ? bound.port : options.port,
    async stop() {
      server.close()
      server.closeAllConnections()
      await options.rateLimits.close()
    },
  }
}

async function answer(
  metrics: Pick<HttpMetrics, 'expose'>,
  { token, rateLimits }: MetricsServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url?.split('?')[0] !== '/metrics' || request.method !== 'GET') {
    response.writeHead(404).end('There is only GET /metrics here.\n')
    return
  }
  try {
    const from = { ip: request.socket.remoteAddress ?? '', socket: request.socket }
    const reply = { header: (name: string, value: string) => response.setHeader(name, value) }
    await admitReader(request, { request: from, reply, token, rateLimits })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.retryAfterSeconds) response.setHeader('retry-after', error.retryAfterSeconds)
    response.writeHead(statusOf[error.kind]).end(`${sayError(error)}\n`)
    return
  }
  const { contentType, text } = await metrics.expose()
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text)
}
