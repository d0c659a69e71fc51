import pg from 'pg'
import { hasDueDeliveries } from './claim.ts'
import type { DeliveryOptions } from './engine.ts'
import { createFlight, type Flight } from './flight.ts'
import { startHousekeeping } from './housekeeping.ts'
import { createPace, pollMs } from './pace.ts'
import { openPresence, type Presence } from './presence.ts'
import { shortageWaitMs } from './shortage.ts'
import { createWaker, type Waker } from './waker.ts'

const channel = 'sealane_deliveries'
const queryTimeoutMs = 5_000

/**
 * One session of a worker, from taking a number until it loses its connection or is stopped. Throws when the database
 * is unreachable or the connection was lost.
 */
export async function runSession(
  options: DeliveryOptions,
  stopping: AbortSignal,
  onStarted: () => void,
): Promise<void> {
  const waker = createWaker()
  const presence = await openPresence(options.database.url, channel, waker.wake)
  const pool = openPool(options)
  const failure = new AbortController()
  const ended = AbortSignal.any([stopping, presence.lost, failure.signal])
  ended.addEventListener('abort', waker.wake)
  const fail = (error: unknown) => failure.abort(error)
  const flight = createFlight(options, { pool, presence, wake: waker.wake, fail })
  const housekeeping = startHousekeeping(options, { pool, worker: presence.worker, onRescued: waker.wake })
  try {
    await housekeeping.keepUp()
    onStarted()
    await claimUntil(ended, { pool, presence, flight, waker })
    if (stopping.aborted && !presence.lost.aborted) await flight.land()
    failure.signal.throwIfAborted()
    if (presence.lost.aborted) throw new Error('The connection that holds the worker lock was lost.')
  } finally {
    housekeeping.stop()
    await Promise.allSettled([presence.close(), pool.end()])
  }
}

// A separate pool: its connections keep the plans of the frequent statements, and a busy server cannot starve delivery.
// Queries time out, because a cut network gives no error.
function openPool({ database }: DeliveryOptions): pg.Pool {
  const pool = new pg.Pool({
    ...database.pool.options,
    application_name: 'sealane delivery',
    max: 4,
    keepAlive: true,
    query_timeout: queryTimeoutMs,
    connectionTimeoutMillis: queryTimeoutMs,
  })
  pool.on('error', () => {})
  return pool
}

type Parts = { pool: pg.Pool; presence: Presence; flight: Flight; waker: Waker }

/** Claims due deliveries, as fast as there is room, and more slowly when there is little to do. */
async function claimUntil(ended: AbortSignal, { pool, presence, flight, waker }: Parts): Promise<void> {
  const pace = createPace(presence)
  while (!ended.aborted) {
    if (flight.isCrowded) await waker.wait(pace.gatherMs)
    const { free } = flight
    if (free <= 0) continue
    const claimed = await flight.launch(free)
    if (claimed === null) {
      await waker.wait(shortageWaitMs)
      continue
    }
    await pace.note(claimed, free)
    if (claimed >= free || (await pace.fallAsleep())) continue
    if (pace.isAsleep) wakeForMore(pool, waker)
    await waker.wait(pace.waitMs)
  }
}

// Not awaited, so that notifications are not delayed. If it fails, the next claim fails too.
function wakeForMore(pool: pg.Pool, waker: Waker): void {
  hasDueDeliveries(pool).then(
    (isMore) => isMore && setTimeout(waker.wake, pollMs),
    () => {},
  )
}
