import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors.ts'
import type { HttpDependencies } from '../dependencies.ts'

/** An office behind one address still fits; a script that opens a link in a loop does not. */
const openingsPerMinute = 120
const codesPerMinute = 20

/** Each opening writes rows and tells webhooks, so one address opens only so many a minute. Throws `rate_limited`. */
export function requireQuietVisitor(request: FastifyRequest, deps: HttpDependencies): Promise<void> {
  return requireQuiet(request, deps, 'view', openingsPerMinute)
}

/** Codes are mailed and tried a few times only. Throws `rate_limited`. */
export function requireFewCodes(request: FastifyRequest, deps: HttpDependencies): Promise<void> {
  return requireQuiet(request, deps, 'code', codesPerMinute)
}

async function requireQuiet({ ip }: FastifyRequest, deps: HttpDependencies, what: string, quota: number) {
  const usage = await deps.rateLimits.count(`${what}:${ip}`, quota)
  if (!usage.isOver) return
  const message = `Too much has come from your network just now. Wait ${usage.resetSeconds} seconds and try again.`
  throw new DomainError('limited', 'rate_limited', message, { retryAfterSeconds: usage.resetSeconds })
}
