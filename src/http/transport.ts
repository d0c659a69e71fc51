import type { FastifyInstance } from 'fastify'
import { DomainError } from '../core/errors.ts'

const loopback = /^(127\.|::1$|::ffff:127\.)/

/**
 * "You must make all your requests to the API over HTTPS. Any requests made over HTTP will fail" (Harbour guide): plain
 * HTTP is served to loopback only, where development happens. A trusted proxy's X-Forwarded-Proto counts.
 */
export function registerTransportRule(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _, done) => {
    const isLoopback = loopback.test(request.socket.remoteAddress ?? '')
    done(isLoopback || request.protocol === 'https' || isProbe(request.url) ? undefined : httpsRequired())
  })
}

function httpsRequired(): DomainError {
  return new DomainError(
    'forbidden',
    'https_required',
    'Use https. This server was reached without TLS: set TLS_CERT and TLS_KEY, or name the proxy that ends TLS in TRUSTED_PROXIES.',
  )
}

function isProbe(url: string): boolean {
  return url === '/health' || url === '/ready'
}
