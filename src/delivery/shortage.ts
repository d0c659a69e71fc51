import pg from 'pg'
import type { DeliveryLog } from './engine.ts'

/** Whether the database is up and short of something: disk, memory, connections (SQLSTATE class 53). */
export function isShortage(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code?.startsWith('53') ?? false)
}

/** For how long nothing is tried after the database was short of something. */
export const shortageWaitMs = 500

/**
 * Remembers that the database is up and short of disk or memory: then what is in flight stays ours, and nothing is sent
 * twice for it.
 */
export function createShortageWatch(log: DeliveryLog) {
  let until = 0
  return {
    get isNow(): boolean {
      return performance.now() < until
    },
    /** Whether an error comes of a shortage; if so, deliveries wait. */
    isCauseOf(error: unknown): boolean {
      if (!isShortage(error)) return false
      log.error({ err: error }, 'the database is short of something; deliveries wait')
      until = performance.now() + shortageWaitMs
      return true
    },
  }
}
