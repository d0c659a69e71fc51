import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, say } from '../../core/errors.ts'
import { addressToLimit } from '../client-address.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { tellUsage } from '../rate-limit.ts'

/** Enough for an office with one address, and too few for a script that opens a link in a loop. */
const openingsPerMinute = 120
const codesPerMinute = 20
/** At this rate a passcode of six digits takes more than a week to guess. */
const guessesPerMinute = 60
/** A form may hold a drawing to read, or order a verification. */
const formsPerMinute = 300
/** The page saves typed values during typing. */
const draftsPerMinute = 600

type Guard = (request: FastifyRequest, reply: FastifyReply, deps: HttpDependencies) => Promise<void>

/**
 * Each opening writes rows and causes webhooks, so the openings of one address per minute are limited. Throws
 * `rate_limited`.
 */
export const requireQuietVisitor: Guard = (...from) => requireQuiet('new-submissions', openingsPerMinute, ...from)

/** Limits the mailed codes and the tries at them. Throws `rate_limited`. */
export const requireFewCodes: Guard = (...from) => requireQuiet('codes', codesPerMinute, ...from)

/** Counts all forms of one address. Throws `rate_limited`. */
export const requireFewForms: Guard = (...from) => requireQuiet('forms', formsPerMinute, ...from)

/** Counts the drafts that one address saves. Throws `rate_limited`. */
export const requireFewDrafts: Guard = (...from) => requireQuiet('drafts', draftsPerMinute, ...from)

/** Counts the guesses at one link's passcode, from all addresses together. Throws `rate_limited`. */
export async function requireFewGuesses(linkId: string, reply: FastifyReply, deps: HttpDependencies): Promise<void> {
  await requireQuota('passcodes', `passcode:${linkId}`, guessesPerMinute, reply, deps)
}

async function requireQuiet(what: string, quota: number, ...[request, reply, deps]: Parameters<Guard>): Promise<void> {
  await requireQuota(what, `${what}:${addressToLimit(request)}`, quota, reply, deps)
}

async function requireQuota(what: string, id: string, quota: number, reply: FastifyReply, deps: HttpDependencies) {
  const usage = await deps.rateLimits.count(id, quota)
  tellUsage(reply, what, usage)
  if (!usage.isOver) return
  const { resetSeconds: seconds } = usage
  throw new DomainError('limited', 'rate_limited', say('network_limited', { seconds }), { retryAfterSeconds: seconds })
}
