import pg from 'pg'
import type { DeliveryLog } from './engine.ts'

/** Whether the database runs but lacks a resource: disk, memory, connections (SQLSTATE class 53). */
export function isShortage(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code?.startsWith('53') ?? false)
}

/** After a shortage nothing is tried for this long. */
export const shortageWaitMs = 500

/**
 * Remembers a shortage of the database. During one, claims in flight are kept, so that nothing is sent twice because of
 * it.
 */
export function createShortageWatch(log: DeliveryLog) {
  let until = 0
  return {
    get isNow(): boolean {
      return performance.now() < until
    },
    /** Whether a shortage caused the error. If so, deliveries wait. */
    isCauseOf(error: unknown): boolean {
      if (!isShortage(error)) return false
      log.error({ err: error }, 'the database lacks a resource; deliveries wait')
      until = performance.now() + shortageWaitMs
      return true
    },
  }
}
