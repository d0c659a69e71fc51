import { sql } from 'kysely'
import type { Handle } from '../db/index.ts'

export type JobOptions = {
  /** The earliest time to run. At once by default. */
  runAt?: Date
  /** Waiting jobs with the same key replace each other. */
  key?: string
}

/**
 * Adds a job in the caller's transaction, so that it exists exactly if the change does. A job that throws is retried up
 * to 25 times with growing delays, so every handler must tolerate a second run.
 */
export async function enqueueJob(db: Handle, name: string, payload: object, options: JobOptions = {}): Promise<void> {
  const { runAt = null, key = null } = options
  await sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz, ${key}::text)`.execute(
    db,
  )
}
