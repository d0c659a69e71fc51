import { sql } from 'kysely'
import type { Handle } from '../db/index.ts'

export type JobOptions = {
  /** Not before this moment; at once unless given. */
  runAt?: Date
  /** Jobs with the same key replace each other while they wait. */
  key?: string
}

/**
 * Adds a job in the caller's transaction: it exists exactly if the change does. A job that throws is tried again, later
 * each time, up to 25 times; so every handler must bear to run twice.
 */
export async function enqueueJob(db: Handle, name: string, payload: object, options: JobOptions = {}): Promise<void> {
  const { runAt = null, key = null } = options
  await sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz, ${key}::text)`.execute(
    db,
  )
}
