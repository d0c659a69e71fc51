import { hash } from 'node:crypto'
import { DomainError, say } from '../core/errors.ts'
import { addressToLimit, type LimitedRequest } from './client-address.ts'
import type { HttpDependencies } from './dependencies.ts'
import { type RateLimits, type Replying, tellUsage, type Usage } from './rate-limit.ts'

/** The kinds of secrets: keys and tokens, or addresses of links and of people's own ways in. */
type GuessKind = 'wrong-keys' | 'wrong-links'

/** The longest time that a request waits for another request with the same secret. */
const longestLookMs = 10_000

/** One try at a secret, until the result is known: right, wrong, or not judged. */
export type Guess = { wasRight(): Promise<void>; wasWrong(): Promise<void>; wasNot(): Promise<void> }

/** The limit of wrong tries per address and minute. A person who mistypes stays below it. */
export const guessesPerMinute = 100

/**
 * Counts a try at a secret before the secret is looked up, so that many tries at once do not pass the limit. A right
 * try is not counted and is remembered for a while, so that an address over its limit can still use it. Throws
 * `rate_limited`.
 */
export async function beginGuess(
  request: LimitedRequest,
  reply: Replying,
  { rateLimits }: Pick<HttpDependencies, 'rateLimits'>,
  { kind, secret }: { kind: GuessKind; secret: string },
): Promise<Guess> {
  const { known, tried } = rateLimits
  const key = hash('sha256', `${kind}:${secret}`, 'base64url')
  // Simultaneous requests with the same secret count as one guess: the others wait for the first.
  while (tried.has(key)) await tried.get(key)
  if (known.has(key)) {
    return {
      wasRight: async () => known.add(key),
      async wasWrong() {
        known.delete(key)
        tellUsage(reply, kind, await rateLimits.count(idOf(kind, request), guessesPerMinute))
      },
      wasNot: async () => {},
    }
  }
  const letGo = holdOthers(tried, key)
  const id = idOf(kind, request)
  const usage = await rateLimits.count(id, guessesPerMinute)
  if (usage.isOver) {
    letGo()
    throw refuse(reply, kind, usage)
  }
  const takeBack = async () => {
    letGo()
    await rateLimits.giveBack(id, guessesPerMinute)
  }
  return {
    wasRight() {
      known.add(key)
      return takeBack()
    },
    async wasWrong() {
      letGo()
      tellUsage(reply, kind, usage)
    },
    wasNot: takeBack,
  }
}

function idOf(kind: GuessKind, request: LimitedRequest): string {
  return `${kind}:${addressToLimit(request)}`
}

/** Makes other requests with the same secret wait until the caller calls the returned function, or for a while. */
function holdOthers(tried: RateLimits['tried'], key: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  const letGo = () => {
    clearTimeout(patience)
    if (tried.get(key) === promise) tried.delete(key)
    resolve()
  }
  const patience = setTimeout(letGo, longestLookMs).unref()
  tried.set(key, promise)
  return letGo
}

/**
 * Runs the work that looks a secret up, as one guess. `isWrong` tells by an error whether the secret is wrong. Throws
 * `rate_limited`, and what the work throws.
 */
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
    // A failed lookup, for example without the database, says nothing about the secret.
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
