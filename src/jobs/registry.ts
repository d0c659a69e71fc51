import type { Pool, PoolClient } from 'pg'
import type { Log } from './runner.ts'

const sweepMs = 2_000
/** First number of the advisory lock pair; any fixed number that nothing else in this database uses. */
const lockSpace = 7_325_264

/**
 * Takes a number, locks it for as long as this process lives, and frees the jobs of every runner whose lock is gone:
 * PostgreSQL drops a session's locks the moment its process dies, so no lease has to run out.
 */
export async function registerRunner(
  options: { pool: Pool; log: Log },
  poolId: string,
): Promise<{ stop(): Promise<void> }> {
  let held: PoolClient | null = null
  let stopped = false

  // Either the connection broke, or we stop; whichever comes first gives it back, once.
  function letGo(): void {
    const client = held
    held = null
    client?.release(true)
  }

  async function sweep(): Promise<void> {
    held ??= await takeNumber(options.pool, poolId, letGo)
    await freeDeadRunners(options.pool)
  }

  async function sweepSafely(): Promise<void> {
    try {
      await sweep()
    } catch (error) {
      options.log.warn({ err: error }, 'Could not look for jobs of dead runners; trying again.')
    }
    if (!stopped) timer = setTimeout(sweepSafely, sweepMs)
  }

  await sweep()
  let timer = setTimeout(sweepSafely, sweepMs)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await options.pool.query('delete from job_runners where pool_id = $1', [poolId])
      letGo()
    },
  }
}

async function takeNumber(pool: Pool, poolId: string, onLost: () => void): Promise<PoolClient> {
  const client = await pool.connect()
  client.once('error', onLost)
  const { rows } = await client.query<{ number: number }>("select nextval('job_runner_numbers')::integer as number")
  const number = rows[0]?.number
  await client.query('select pg_advisory_lock($1, $2)', [lockSpace, number])
  await client.query('insert into job_runners (number, pool_id) values ($1, $2)', [number, poolId])
  return client
}

async function freeDeadRunners(pool: Pool): Promise<void> {
  await pool.query(
    `with dead as (
       delete from job_runners runner
       where not exists (
         select from pg_locks held
         where held.locktype = 'advisory' and held.objsubid = 2 and held.granted
           and held.database = (select oid from pg_database where datname = current_database())
           and held.classid = $1::bigint::oid and held.objid = runner.number::bigint::oid)
       returning pool_id)
     select graphile_worker.force_unlock_workers(array_agg(dead.pool_id)) from dead
     having count(*) > 0`,
    [lockSpace],
  )
}
