import type { FastifyRequest } from 'fastify'
import { DomainError, say } from '../../core/errors.ts'
import { isOwnAddress } from '../same-origin.ts'

/**
 * Refuses a form of another site, even of a neighbour under the same domain, because it must not act for a signer.
 * Browsers send the origin of a post; older ones send the origin or the previous page. Throws `cross_site`.
 */
export function requireSameSite(request: FastifyRequest): void {
  // Only a POST changes anything.
  if (request.method !== 'POST') return
  const { origin, referer, 'sec-fetch-site': site } = request.headers
  if (site === 'same-origin' || site === 'none') return
  const from = origin === undefined || origin === 'null' ? referer : origin
  if (site === undefined && from !== undefined && isOwnAddress(from, request)) return
  throw new DomainError('forbidden', 'cross_site', say('form_cross_site'))
}
