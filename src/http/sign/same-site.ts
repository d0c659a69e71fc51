import type { FastifyRequest } from 'fastify'
import { DomainError, say } from '../../core/errors.ts'
import { isOwnAddress } from '../same-origin.ts'

/**
 * A form of another site, be it a neighbour under the same domain, must not act for a signer. Browsers say where a post
 * comes from, the older ones by its origin or by the page before; what says nothing of it is no form of ours.
 * Throws `cross_site`.
 */
export function requireSameSite(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin, referer, 'sec-fetch-site': site } = request.headers
  if (site === 'same-origin' || site === 'none') return
  const from = origin === undefined || origin === 'null' ? referer : origin
  if (site === undefined && from !== undefined && isOwnAddress(from, request)) return
  throw new DomainError('forbidden', 'cross_site', say('form_cross_site'))
}
