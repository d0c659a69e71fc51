import { createRequire } from 'node:module'
import type { FastifyReply } from 'fastify'
import type { Redis, RedisOptions } from 'ioredis'
import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError, say } from '../core/errors.ts'
import type { HttpDependencies } from './dependencies.ts'
import { createKnownSecrets, type KnownSecrets } from './known-secrets.ts'

const load = createRequire(import.meta.url)
// Loads the library with the first counted request, not when the server starts.
const library = (): typeof import('rate-limiter-flexible') => load('rate-limiter-flexible')
const windowSeconds = 60
/** A Redis that takes longer counts as unreachable. */
const patienceMs = 500

/** A reply that takes headers about a limit; of the framework, or of Node. */
export type Replying = { header(name: string, value: string): unknown }

/** The rest of a quota after this request. */
export type Usage = { limit: number; remaining: number; resetSeconds: number; isOver: boolean }

export type RateLimits = {
  /** Counts one request against a quota of requests per minute. */
  count(id: string, requestsPerMinute: number): Promise<Usage>
  /** Takes back one counted request. */
  giveBack(id: string, requestsPerMinute: number): Promise<void>
  /** Secrets that were right on this node. */
  known: KnownSecrets
  /** Secrets that a request is looking up now, by the same keys. */
  tried: Map<string, Promise<void>>
  close(): Promise<void>
}

/**
 * Counts requests. In memory the count is exact for one node. With a Redis URL it is exact over all nodes that share
 * it. While Redis does not answer, each node counts for itself and keeps serving.
 */
export function createRateLimits(redisUrl: string | null): RateLimits {
  const redis = redisUrl ? openRedis(redisUrl, { maxRetriesPerRequest: 1, commandTimeout: patienceMs }) : null
  redis?.on('error', () => {})
  const limiters = new Map<number, RateLimiterAbstract>()
  const limiterOf = (points: number) => {
    const known = limiters.get(points) ?? createLimiter(redis, points)
    limiters.set(points, known)
    return known
  }
  return {
    async count(id, requestsPerMinute) {
      const result = await consume(limiterOf(requestsPerMinute), id)
      return {
        limit: requestsPerMinute,
        remaining: Math.max(0, result.remainingPoints),
        resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
        isOver: result.consumedPoints > requestsPerMinute,
      }
    },
    async giveBack(id, requestsPerMinute) {
      await limiterOf(requestsPerMinute).reward(id)
    },
    known: createKnownSecrets(),
    tried: new Map(),
    async close() {
      redis?.disconnect()
    },
  }
}

/**
 * Counts this request, and sets headers with the rest of the quota (draft-ietf-httpapi-ratelimit-headers). Throws
 * `rate_limited` above the quota.
 */
export async function limitRequest(
  reply: FastifyReply,
  quota: { id: string; requestsPerMinute: number },
  deps: Pick<HttpDependencies, 'rateLimits'>,
): Promise<void> {
  const usage = await deps.rateLimits.count(quota.id, quota.requestsPerMinute)
  tellUsage(reply, 'default', usage)
  if (!usage.isOver) return
  const { limit, resetSeconds: retryAfterSeconds } = usage
  throw new DomainError('limited', 'rate_limited', say('quota', { limit }), { retryAfterSeconds })
}

/** Sets headers with the rest of a limit, by its name. */
export function tellUsage(reply: Replying, name: string, usage: Usage): void {
  reply.header('ratelimit-policy', `"${name}";q=${usage.limit};w=${windowSeconds}`)
  reply.header('ratelimit', `"${name}";r=${usage.remaining};t=${usage.resetSeconds}`)
}

/** Loads the client of Redis only when it is used. */
function openRedis(url: string, options: Omit<RedisOptions, 'replyMapping'>): Redis {
  const { Redis }: typeof import('ioredis') = load('ioredis')
  return new Redis(url, options)
}

function createLimiter(redis: Redis | null, points: number): RateLimiterAbstract {
  const { RateLimiterMemory, RateLimiterRedis } = library()
  const memory = new RateLimiterMemory({ points, duration: windowSeconds, keyPrefix: `rate:${points}` })
  if (!redis) return memory
  return new RateLimiterRedis({
    storeClient: redis,
    points,
    duration: windowSeconds,
    keyPrefix: 'sealane:rate',
    insuranceLimiter: memory,
  })
}

async function consume(limiter: RateLimiterAbstract, id: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(id)
  } catch (result) {
    if (result instanceof library().RateLimiterRes) return result
    throw result
  }
}

/** Tries to reach Redis. Returns the reason of a failure, or null. */
export async function tryRedis(redisUrl: string): Promise<string | null> {
  const limits = { maxRetriesPerRequest: 0, connectTimeout: 5_000, commandTimeout: 5_000, retryStrategy: () => null }
  const redis = openRedis(redisUrl, { ...limits, lazyConnect: true })
  let reason = ''
  redis.on('error', (error: Error) => {
    reason = error.message
  })
  try {
    await redis.connect()
    await redis.ping()
    return null
  } catch (error) {
    return `Redis does not answer (${reason || (error instanceof Error ? error.message : error)})`
  } finally {
    redis.disconnect()
  }
}
