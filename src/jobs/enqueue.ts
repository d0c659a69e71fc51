import { sql } from 'kysely'
import type { Handle } from '../db/index.ts'

type JobOptions = {
  /** The earliest time to run. At once by default. */
  runAt?: Date
  /** Waiting jobs with the same key replace each other. */
  key?: string
}

/** Whether a job with this key waits or runs. */
export async function isEnqueued(db: Handle, key: string): Promise<boolean> {
  const { rows } = await sql`select from graphile_worker._private_jobs where key = ${key}`.execute(db)
  return rows.length > 0
}

/** Whether a job with this key runs, and began after a time. */
export async function isRunning(db: Handle, key: string, since: Date): Promise<boolean> {
  const { rows } = await sql`
    select from graphile_worker._private_jobs where key = ${key} and locked_at > ${since}`.execute(db)
  return rows.length > 0
}

/** Takes away the waiting job with this key, if there is one. */
export async function withdrawJob(db: Handle, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key})`.execute(db)
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
