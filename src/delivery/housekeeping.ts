import type pg from 'pg'
import { rescueOrphans } from './claim.ts'
import { createClockWatch } from './clock-watch.ts'
import type { DeliveryOptions } from './engine.ts'
import { endSilentWorkers } from './presence.ts'

const everyMs = 1_000

type Housekeeping = {
  /** Ends silent workers, and frees the claims of dead ones. */
  keepUp(): Promise<void>
  stop(): void
}

/**
 * Runs keepUp every second, one round at a time, so that a slow database does not lose all connections of the engine to
 * housekeeping.
 */
export function startHousekeeping(
  { log, metrics }: Pick<DeliveryOptions, 'log' | 'metrics'>,
  { pool, worker, onRescued }: { pool: pg.Pool; worker: number; onRescued: () => void },
): Housekeeping {
  const clockWatch = createClockWatch(pool)
  let isKeepingUp = false

  async function keepUp(): Promise<void> {
    const canTellAges = await clockWatch.check()
    if (canTellAges) await endSilentWorkers(pool, worker)
    const count = await rescueOrphans(pool, canTellAges)
    if (!count) return
    metrics?.rescued(count)
    log.info({ count }, 'freed deliveries of a worker that died')
    onRescued()
  }

  const timer = setInterval(async () => {
    if (isKeepingUp) return
    isKeepingUp = true
    await keepUp().catch(() => {})
    isKeepingUp = false
  }, everyMs)
  return { keepUp, stop: () => clearInterval(timer) }
}
