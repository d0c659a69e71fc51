import type { FastifyRequest } from 'fastify'
import { DomainError, say } from '../core/errors.ts'

/** Whether an address is ours, as the browser sees it: the host of the request, or the host of PUBLIC_URL. */
export function isOwnAddress(address: string, { host, base }: FastifyRequest): boolean {
  const from = URL.parse(address)
  if (from === null) return false
  return from.host === URL.parse(`${from.protocol}//${host}`)?.host || from.origin === new URL(base).origin
}

/**
 * Requires that a request with only a cookie comes from our own page, because a page of another site, even of a
 * neighbour under the same domain, must not act for the person. A write must name its origin. A person may type the
 * address of a read. Throws `cross_site`.
 */
export function requireSameOrigin(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers
  const isRead = /^(GET|HEAD|OPTIONS)$/.test(request.method)
  const isToldSame = site === 'same-origin' || (isRead && site === 'none')
  const isFromUs = origin === undefined ? site !== undefined || isRead : isOwnAddress(origin, request)
  if (isFromUs && (site === undefined || isToldSame)) return
  throw new DomainError('forbidden', 'cross_site', say('cross_site'))
}
