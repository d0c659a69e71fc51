import type { Database } from '../../../src/db/index.ts'

type Of = { database: Database; of: { organizationId: string } }
type Run = (name: string, payload: Record<string, unknown>) => Promise<void> | undefined

/**
 * Runs the jobs of a case whose names have this beginning, oldest first. A job is removed when it is done, so a job
 * that dies runs again.
 */
export async function runJobs(
  { database: { pool }, of: { organizationId } }: Of,
  start: string,
  run: Run,
): Promise<void> {
  const { rows } = await pool.query<{ id: string; revision: number; name: string; payload: Record<string, unknown> }>(
    `select job.id, job.revision, task.identifier as name, job.payload
     from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier like $1 and job.payload ->> 'organizationId' = $2 order by job.id`,
    [`${start}%`, organizationId],
  )
  for (const { id, revision, name, payload } of rows) {
    await run(name, payload)
    await pool.query('delete from graphile_worker._private_jobs where id = $1 and revision = $2', [id, revision])
  }
}
