import type pg from 'pg'

const noticeableMs = 500
// A clock step of this size makes ages unreliable, for a time that is longer than any attempt.
const doubtfulMs = 3_000
const doubtForMs = 60_000

/**
 * Detects steps of the database's clock by comparing it with the monotonic clock of this process. After a step back,
 * planned times are too far ahead, so it moves them: no retry waits longer than its delay, and no webhook pauses longer
 * than 5 minutes.
 */
export function createClockWatch(pool: pg.Pool): {
  /** Returns whether ages are reliable now. They are not for a minute after a step. */
  check(): Promise<boolean>
} {
  let last: { theirs: number; ours: number } | undefined
  let steppedAt = -Infinity
  return {
    async check() {
      const { rows } = await pool.query<{ now: Date }>({
        name: 'delivery_clock',
        text: 'select delivery_clock() as now',
      })
      const seen = { theirs: rows[0]?.now.getTime() ?? 0, ours: performance.now() }
      const stepMs = last ? seen.theirs - last.theirs - (seen.ours - last.ours) : -Infinity
      if (last && Math.abs(stepMs) > doubtfulMs) steppedAt = seen.ours
      last = seen
      const isSure = seen.ours - steppedAt > doubtForMs
      if (stepMs > -noticeableMs) return isSure
      await pool.query(`
        update open_deliveries set due_at = delivery_clock() + retry_delay_ms * interval '1 millisecond'
        where claimed_by is null and due_at > delivery_clock() + (retry_delay_ms + 1000) * interval '1 millisecond'`)
      await pool.query(`
        update webhook_lanes set open_until = delivery_clock() + interval '5 minutes'
        where open_until > delivery_clock() + interval '1 hour'`)
      return isSure
    },
  }
}
