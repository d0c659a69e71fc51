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
  const slots = createSlots(options.concurrency ?? defaultConcurrency, wake)
  const shortage = createShortageWatch(options.log)
  const work = new Set<Promise<void>>()
  const completer = createCompleter({
    pool,
    worker,
    lost,
    isBusy: () => slots.taken >= busyFlight,
    onFreed: wake,
    onError: (error, dropped) => options.log.error({ err: error, dropped }, 'a delivery result could not be written'),
  })

  function track(job: Promise<void>): void {
    const tracked = job.finally(() => work.delete(tracked))
    work.add(tracked)
  }

  const sending = { options, lost, completer, pool, slots, shortage, track, fail }

  async function claim(wanted: number): Promise<number> {
    const claims = await claimDeliveries(pool, worker, wanted)
    if (!claims.length) return 0
    options.metrics?.claimed(claims.length)
    slots.take(claims.length)
    track(prepareAndSend(sending, claims))
    return claims.length
  }

  return {
    get free() {
      return slots.free
    },
    get isCrowded() {
      return slots.isCrowded
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

type Slots = ReturnType<typeof createSlots>

/** Counts the deliveries in flight, and wakes the engine when there is room for a claim again. */
function createSlots(count: number, wake: () => void) {
  const leastClaim = Math.max(1, Math.min(usualLeastClaim, count >> 1))
  let taken = 0
  return {
    get taken() {
      return taken
    },
    get free() {
      return count - taken
    },
    get isCrowded() {
      return count - taken < leastClaim
    },
    take(claimed: number) {
      taken += claimed
    },
    /** Frees the slot of a delivery that is done. */
    finish() {
      taken--
      if (taken === count - leastClaim) wake()
    },
    /** Frees the slots of a claim that was not sent. */
    giveBack(claimed: number) {
      taken -= claimed
    },
  }
}

type Sending = Pick<FlightParts, 'pool' | 'fail'> & {
  options: DeliveryOptions
  lost: AbortSignal
  completer: Completer
  slots: Slots
  shortage: ReturnType<typeof createShortageWatch>
  track(job: Promise<void>): void
}

// Runs while the next claim is made. If the bodies cannot be stored, nothing is sent.
async function prepareAndSend(sending: Sending, claims: Claim[]): Promise<void> {
  const { options, completer, pool, slots, shortage, track, fail } = sending
  try {
    const { ready, broken } = await settleBodies(pool, claims, options.rules.render)
    for (const { claim, body } of ready) track(deliver(sending, claim, body).finally(() => slots.finish()))
    for (const { claim, error } of broken) {
      options.log.error({ err: error, eventId: claim.event.id }, 'an event could not be rendered')
      completer.add({ claim, startedAt: new Date(), durationMs: 0, ...ownFault(claim) })
      slots.finish()
    }
  } catch (error) {
    for (const claim of claims) completer.add({ claim, startedAt: new Date(), durationMs: 0, state: 'release' })
    slots.giveBack(claims.length)
    if (!shortage.isCauseOf(error)) fail(error)
  }
}

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
    options.log.error({ err: error, webhookId: claim.webhookId }, 'an attempt failed because of a bug')
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
