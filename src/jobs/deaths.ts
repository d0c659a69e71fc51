import type { Pool, PoolClient } from 'pg'
import type { Log } from './runner.ts'
import type { TakeTurn } from './turns.ts'

/** The first key of the runners' advisory locks, used by nothing else in this database. */
export const lockSpace = 7_325_264

/** One run of a job. `runner` is the worker pool that runs it. */
type Run = { id: string; task: string; payload: Record<string, unknown>; runner: string }

/**
 * Does a job in a separate process. Returns null when it was done, or why the process ended before. Throws what the job
 * throws.
 */
export type TryApart = (task: string, payload: Record<string, unknown>) => Promise<string | null>

/** How many suspects a runner tries apart at once. */
export const mostApart = 2

/** The ways to run a suspect. */
type Ways = { here(): Promise<void>; apart?: TryApart; turn: TakeTurn }

/** Frees the jobs of dead runners. A job that ended its process becomes suspect, and is set aside the second time. */
export async function freeDeadRunners(pool: Pool, log: Log): Promise<void> {
  const { rows } = await pool.query<{ job: string; task: string; isSetAside: boolean }>(
    'select job_id::text as job, task, is_set_aside as "isSetAside" from free_dead_runners($1)',
    [lockSpace],
  )
  for (const { job, task, isSetAside } of rows) {
    if (isSetAside) tellSetAside(log, { job, task })
    else log.warn({ job, task }, 'A process ended while it ran this job. It is tried again.')
  }
}

/**
 * Frees jobs that were taken more than a minute ago by runners that died before registering. Such runners ran none of
 * them.
 */
export async function freeUnregistered(pool: Pool): Promise<void> {
  await pool.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null
     where locked_at < now() - interval '1 minute' and locked_by not in (select pool_id from job_runners)`,
  )
}

/** Withdraws the record of a runner's death. The runner lives, and was only cut off from the database. */
export async function clearRunner(client: PoolClient, runner: string): Promise<void> {
  await client.query('delete from job_runners where pool_id = $1', [runner])
  await client.query(
    `update job_deaths set pools = array_remove(pools, $1) where $1 = any(pools) and set_aside_at is null`,
    [runner],
  )
  await client.query(
    `delete from job_deaths
     where pools = '{}' and set_aside_at is null and tried_here_by is null and tried_apart_by is null`,
  )
}

/** Whether a job has ended its process before. */
export async function isSuspect(pool: Pool, run: Run): Promise<boolean> {
  const { rowCount } = await pool.query(`select from job_deaths ${same}`, key(run))
  return rowCount !== 0
}

/**
 * Runs a suspect, in a separate process if possible. A job that ends that process is set aside, and a job that is done
 * is no longer suspect. The try is recorded before it begins, so that a suspect that has not begun is never blamed.
 */
export async function runSuspect(pool: Pool, log: Log, run: Run, { here, apart, turn }: Ways) {
  const ended = await (apart ? turn(() => runApart(pool, run, apart)) : runHere(pool, log, run, here))
  if (ended === null) {
    await pool.query(`delete from job_deaths ${same}`, key(run))
    return
  }
  const reason = `It ended two processes, the second time apart from the server: ${ended}`
  await setAside(pool, log, run, reason)
  throw new Error(reason)
}

async function runApart(pool: Pool, run: Run, apart: TryApart): Promise<string | null> {
  await pool.query(`update job_deaths set tried_apart_by = $3, tried_here_by = null ${same}`, [...key(run), run.runner])
  return apart(run.task, run.payload)
}

// A set-aside job that a sweep has enqueued again does not run here, where it could end a third process.
async function runHere(pool: Pool, log: Log, run: Run, here: () => Promise<void>): Promise<null> {
  const { rowCount } = await pool.query(
    `update job_deaths set tried_here_by = $3, tried_apart_by = null ${same} and set_aside_at is null`,
    [...key(run), run.runner],
  )
  if (rowCount === 0) {
    await setAside(pool, log, run, setAsideBefore)
    throw new Error(setAsideBefore)
  }
  await here()
  return null
}

/** Records that a job ended a process that did its work. The second time it is set aside. */
export async function noteDeath(pool: Pool, log: Log, run: Run): Promise<void> {
  const { rows } = await pool.query<{ deaths: number }>(
    `insert into job_deaths as death (task, work, job_id, pools) values ($1, job_work($2), $3, array[$4])
     on conflict (task, work) do update set pools = death.pools || excluded.pools, job_id = excluded.job_id
     returning cardinality(pools) as deaths`,
    [...key(run), run.id, `a process of ${run.runner}`],
  )
  if ((rows[0]?.deaths ?? 0) > 1) await setAside(pool, log, run, 'It ended two processes that did its work.')
}

const setAsideBefore = 'It ended two processes, and nobody has let it run again since.'
const same = 'where task = $1 and work = job_work($2)'
const key = ({ task, payload }: Run) => [task, JSON.stringify(payload)]

async function setAside(pool: Pool, log: Log, run: Run, reason: string): Promise<void> {
  await pool.query('select set_job_aside($1, $2)', [run.id, reason])
  tellSetAside(log, { job: String(run.id), task: run.task })
}

function tellSetAside(log: Log, details: { job: string; task: string }): void {
  log.error(details, 'A job ended its process twice and is set aside. Look at it: npm run sealane -- jobs list')
}
