import type pg from 'pg'
import type { Verdict } from '../core/webhooks/index.ts'
import { settleBodies } from './bodies.ts'
import { type Claim, claimDeliveries } from './claim.ts'
import { type Completer, createCompleter } from './complete.ts'
import type { DeliveryOptions } from './engine.ts'
import type { Presence } from './presence.ts'
import { createShortageWatch } from './shortage.ts'

const defaultConcurrency = 512
// A small claim costs as much as a large one, so with less room than this the engine waits for more.
const usualLeastClaim = 256
const busyFlight = 128
const triesAtOwnFault = 60

/** The deliveries that a worker has in flight. */
export type Flight = {
  /** How many more deliveries may be in flight. */
  readonly free: number
  /** Whether there is so little room that a claim should wait. */
  readonly isCrowded: boolean
  /**
   * Claims up to `wanted` deliveries and sends them. Returns their number, or null while the database lacks a resource.
   */
  launch(wanted: number): Promise<number | null>
  /** Resolves when all requests are back and their results are written, or when the worker is lost. */
  land(): Promise<void>
}

type FlightParts = {
  pool: pg.Pool
  presence: Pick<Presence, 'worker' | 'lost'>
  /** Called when there is room again, or deliveries have become due. */
  wake: () => void
  /** Called with an error that ends the session. */
  fail: (error: unknown) => void
}

/** Claims, sends and completes deliveries concurrently. */
export function createFlight(options: DeliveryOptions, { pool, presence, wake, fail }: FlightParts): Flight {
  const { worker, lost } = presence
  const slots = options.concurrency ?? defaultConcurrency
  const leastClaim = Math.max(1, Math.min(usualLeastClaim, slots >> 1))
  const shortage = createShortageWatch(options.log)
  const work = new Set<Promise<void>>()
  let inFlight = 0
  const completer = createCompleter({
    pool,
    worker,
    lost,
    isBusy: () => inFlight >= busyFlight,
    onFreed: wake,
    onError: (error, dropped) => options.log.error({ err: error, dropped }, 'a delivery result could not be written'),
  })

  const sending = { options, lost, completer }

  function track(job: Promise<void>): void {
    const tracked = job.finally(() => work.delete(tracked))
    work.add(tracked)
  }

  function finish(): void {
    inFlight--
    if (inFlight === slots - leastClaim) wake()
  }

  // Runs while the next claim is made. If the bodies cannot be stored, nothing is sent.
  async function prepareAndSend(claims: Claim[]): Promise<void> {
    try {
      const { ready, broken } = await settleBodies(pool, claims, options.rules.render)
      for (const { claim, body } of ready) track(deliver(sending, claim, body).finally(finish))
      for (const { claim, error } of broken) {
        options.log.error({ err: error, eventId: claim.event.id }, 'an event could not be rendered')
        completer.add({ claim, startedAt: new Date(), durationMs: 0, ...ownFault(claim) })
        finish()
      }
    } catch (error) {
      for (const claim of claims) completer.add({ claim, startedAt: new Date(), durationMs: 0, state: 'release' })
      inFlight -= claims.length
      if (!shortage.isCauseOf(error)) fail(error)
    }
  }

  async function claim(wanted: number): Promise<number> {
    const claims = await claimDeliveries(pool, worker, wanted)
    if (!claims.length) return 0
    options.metrics?.claimed(claims.length)
    inFlight += claims.length
    track(prepareAndSend(claims))
    return claims.length
  }

  return {
    get free() {
      return slots - inFlight
    },
    get isCrowded() {
      return slots - inFlight < leastClaim
    },
    async launch(wanted) {
      if (completer.isStuck || shortage.isNow) return null
      return claim(wanted).catch((error: unknown) => {
        if (shortage.isCauseOf(error)) return null
        throw error
      })
    },
    async land() {
      while (work.size) await Promise.race([Promise.all(work), lostOf(lost)])
      await completer.drain()
    },
  }
}

type Sending = { options: DeliveryOptions; lost: AbortSignal; completer: Completer }

async function deliver({ options, lost, completer }: Sending, claim: Claim, body: Buffer): Promise<void> {
  const startedAt = new Date()
  const start = performance.now()
  try {
    const verdict = await options.rules.attempt(claim, body, lost)
    const durationMs = performance.now() - start
    completer.add({ claim, startedAt, durationMs, ...verdict })
    const age = (startedAt.getTime() - claim.event.occurredAt.getTime()) / 1_000
    options.metrics?.attempted(verdict.outcome, durationMs / 1_000, age, claim.attempts === 0)
  } catch (error) {
    if (lost.aborted) return
    options.log.error({ err: error, webhookId: claim.webhookId }, 'an attempt failed by a fault of ours')
    completer.add({ claim, startedAt, durationMs: performance.now() - start, ...ownFault(claim) })
  }
}

// The verdict after a bug of ours: one retry each minute for an hour, in case a new version fixes it, and then failure.
function ownFault(claim: Claim): Verdict {
  return {
    state: claim.tries < triesAtOwnFault ? 'retry' : 'failed',
    delayMs: 60_000,
    pauseMs: 0,
    disable: false,
    outcome: 'internal',
    httpStatus: null,
    error: { code: 'our_fault', params: {} },
    responseExcerpt: null,
  }
}

function lostOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
