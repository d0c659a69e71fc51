import type { FastifyReply, FastifyRequest } from 'fastify'
import { noteFailedSignIns } from '../../../core/accounts/index.ts'
import { DomainError, say } from '../../../core/errors.ts'
import { addressToLimit } from '../../client-address.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { tellUsage } from '../../rate-limit.ts'
import { doorOf } from './door.ts'

/** The wrong tries per minute: from one address, and at one account from anywhere. */
const tries = { ofAddress: 20, ofAccount: 10 }

/**
 * Counts a try to sign in before the check, so that many tries at once do not pass the limit. A right try is not
 * counted. An unknown address counts like a known one. Throws `rate_limited`.
 */
export async function limitSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
  account: string,
): Promise<{ wasRight(): Promise<void>; wasWrong(): Promise<void> }> {
  const { rateLimits, vault } = deps
  const mark = vault.mark('sign-in account', account.trim().toLowerCase()).toString('base64url')
  const counts = [
    { id: `sign-in:${addressToLimit(request)}`, most: tries.ofAddress },
    { id: `sign-in-account:${mark}`, most: tries.ofAccount },
  ]
  let isLast = false
  for (const { id, most } of counts) {
    const usage = await rateLimits.count(id, most)
    isLast = usage.remaining === 0
    if (!usage.isOver) continue
    tellUsage(reply, 'sign-in', usage)
    const reason = say('too_many_sign_ins', { seconds: usage.resetSeconds })
    throw new DomainError('limited', 'rate_limited', reason, { retryAfterSeconds: usage.resetSeconds })
  }
  return {
    /** The wrong try that uses up an account's limit is recorded for its organizations. */
    async wasWrong() {
      if (isLast) await noteFailedSignIns(doorOf(request, deps), account)
    },
    async wasRight() {
      for (const { id, most } of counts) await rateLimits.giveBack(id, most)
    },
  }
}
