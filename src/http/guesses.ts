import { DomainError, say } from '../core/errors.ts'
import { addressToLimit, type LimitedRequest } from './client-address.ts'
import type { HttpDependencies } from './dependencies.ts'
import { type Replying, tellUsage, type Usage } from './rate-limit.ts'

/** The kinds of secrets: keys and tokens, or addresses of links and of people's own ways in. */
export type GuessKind = 'wrong-keys' | 'wrong-links'

/** How long a request waits for another that tries the same secret. */
const longestLookMs = 10_000

/** One try at a secret, until it is known whether it was right, wrong, or not looked at. */
export type Guess = { wasRight(): Promise<void>; wasWrong(): Promise<void>; wasNot(): Promise<void> }

/** How many wrong tries one address has in a minute: enough for a person who mistypes. */
export const guessesPerMinute = 100

/**
 * Counts a try at a secret before it is looked at, so that many at once are no way around the limit. A right one is
 * taken back and remembered for a while, so that an address over its limit can still use it. Throws `rate_limited`.
 */
export async function beginGuess(
  request: LimitedRequest,
  reply: Replying,
  { rateLimits }: Pick<HttpDependencies, 'rateLimits'>,
  { kind, secret }: { kind: GuessKind; secret: string },
): Promise<Guess> {
  const known = `${kind}:${secret}`
  const id = `${kind}:${addressToLimit(request)}`
  const count = () => rateLimits.count(id, guessesPerMinute)
  // Requests that bring the same secret at the same time count as one guess: the others wait for the first.
  while (rateLimits.tried.has(known)) await rateLimits.tried.get(known)
  const isKnown = rateLimits.known.has(known)
  const { promise, resolve } = Promise.withResolvers<void>()
  if (!isKnown) rateLimits.tried.set(known, promise)
  const letGo = () => {
    clearTimeout(patience)
    if (rateLimits.tried.get(known) === promise) rateLimits.tried.delete(known)
    resolve()
  }
  const patience = setTimeout(() => letGo(), longestLookMs).unref()
  const usage = isKnown ? null : await count()
  if (usage?.isOver) {
    letGo()
    throw refuse(reply, kind, usage)
  }
  const end = async (isWrong: boolean) => {
    letGo()
    if (usage && !isWrong) await rateLimits.giveBack(id, guessesPerMinute)
  }
  return {
    wasRight() {
      rateLimits.known.add(known)
      return end(false)
    },
    async wasWrong() {
      rateLimits.known.delete(known)
      await end(true)
      tellUsage(reply, kind, usage ?? (await count()))
    },
    wasNot: () => end(false),
  }
}

/** Looks whether a secret is right; `isWrong` tells by the error. Throws `rate_limited`, and what the work throws. */
export async function countGuess<T>(
  request: LimitedRequest,
  reply: Replying,
  deps: Pick<HttpDependencies, 'rateLimits'>,
  guess: { kind: GuessKind; secret: string; isWrong(error: unknown): boolean },
  work: () => Promise<T>,
): Promise<T> {
  const tried = await beginGuess(request, reply, deps, guess)
  try {
    const result = await work()
    await tried.wasRight()
    return result
  } catch (error) {
    if (guess.isWrong(error)) await tried.wasWrong()
    // A failure to look (the database is away) says nothing about the secret.
    else await tried.wasNot()
    throw error
  }
}

function refuse(reply: Replying, kind: GuessKind, usage: Usage): DomainError {
  tellUsage(reply, kind, usage)
  const { resetSeconds: seconds } = usage
  const words = say(kind === 'wrong-keys' ? 'wrong_keys' : 'wrong_links', { seconds })
  return new DomainError('limited', 'rate_limited', words, { retryAfterSeconds: seconds })
}
