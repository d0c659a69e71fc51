import type { Pool } from 'pg'

/** A job that is not retried automatically. */
export type FailedJob = {
  id: string
  task: string
  /** The job's organization; null for a job of the server. */
  organizationId: string | null
  attempts: number
  /** Whether it ended its process twice. Otherwise it used up its attempts. */
  isSetAside: boolean
  failedAt: Date
  error: string
}

const select = `
  select job.id::text as id, known.identifier as task, job.payload ->> 'organizationId' as "organizationId", job.attempts,
    exists (select from job_deaths death where death.job_id = job.id and death.set_aside_at is not null) as "isSetAside",
    job.updated_at as "failedAt", coalesce(job.last_error, '') as error
  from graphile_worker._private_jobs job join graphile_worker._private_tasks known on known.id = job.task_id
  where job.attempts >= job.max_attempts and job.locked_at is null`

/** Failed and set-aside jobs, the last failure first. */
export async function listFailedJobs(pool: Pool, limit = 1_000): Promise<FailedJob[]> {
  const { rows } = await pool.query<FailedJob>(`${select} order by job.updated_at desc, job.id desc limit $1`, [limit])
  return rows
}

/**
 * Lets a failed job run again from its first attempt. A set-aside job runs in a separate process. Returns false when
 * there is no such job.
 */
export async function retryFailedJob(pool: Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with failed as (${select} and job.id = $1 for update of job),
       freed as (update job_deaths set set_aside_at = null where job_id in (select id::bigint from failed))
     select graphile_worker.reschedule_jobs(array_agg(id::bigint), run_at => now(), attempts => 0) from failed
     having count(*) > 0`,
    [id],
  )
  return rowCount !== 0
}

/** Deletes a failed job. Returns false when there is no such job. */
export async function discardFailedJob(pool: Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with failed as (${select} and job.id = $1 for update of job),
       forgotten as (delete from job_deaths where job_id in (select id::bigint from failed))
     select graphile_worker.complete_jobs(array_agg(id::bigint)) from failed having count(*) > 0`,
    [id],
  )
  return rowCount !== 0
}

export async function findFailedJob(pool: Pool, id: string): Promise<FailedJob | null> {
  const { rows } = await pool.query<FailedJob>(`${select} and job.id = $1`, [id])
  return rows[0] ?? null
}
