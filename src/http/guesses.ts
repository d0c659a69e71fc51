import { DomainError, say } from '../core/errors.ts'
import { addressToLimit, type LimitedRequest } from './client-address.ts'
import type { HttpDependencies } from './dependencies.ts'
import { type Replying, tellUsage, type Usage } from './rate-limit.ts'

/** What is guessed: keys and tokens, or addresses of links and of people's own ways in. */
export type GuessKind = 'wrong-keys' | 'wrong-links'

/** Nobody waits longer for somebody else's look. */
const longestLookMs = 10_000

/** A try at a secret, until somebody knows what it was: right, wrong, or not looked at. */
export type Guess = { wasRight(): Promise<void>; wasWrong(): Promise<void>; wasNot(): Promise<void> }

/** How many wrong ones one address may try in a minute. A person who mistypes fits; who tries many does not. */
export const guessesPerMinute = 100

/**
 * A try at a secret. Each counts before it is looked at, so that many at once are no way around; what turns out to be
 * right is given back, and is not counted again soon: an address that is over its limit can still use what worked a moment
 * ago. Throws `rate_limited`.
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
  // Who sends a right one many times at once has guessed it once: the others wait until it is known.
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
    // That nobody could look (the database is away) says nothing about the secret.
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
