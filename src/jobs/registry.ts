import type { Pool, PoolClient } from 'pg'
import { clearRunner, freeDeadRunners, freeUnregistered, lockSpace } from './deaths.ts'
import type { Log } from './runner.ts'

const sweepMs = 2_000
/** The number of sweeps between two looks for unregistered runners. */
const sweepsBetweenLooks = 30

/**
 * Registers a runner: takes a number, locks it for the life of this process, and frees the jobs of runners whose lock
 * is gone. PostgreSQL releases a session's locks as soon as its process dies, so no lease has to expire.
 */
export async function registerRunner(
  options: { pool: Pool; log: Log },
  poolId: string,
): Promise<{ stop(): Promise<void> }> {
  let held: PoolClient | null = null
  let stopped = false
  let sweeps = 0

  // Called when the connection breaks and when the runner stops. Releases the client once.
  function letGo(): void {
    const client = held
    held = null
    client?.release(true)
  }

  async function sweep(): Promise<void> {
    held ??= await takeNumber(options.pool, poolId, letGo)
    await freeDeadRunners(options.pool, options.log)
    if (sweeps % sweepsBetweenLooks === 0) await freeUnregistered(options.pool)
    sweeps += 1
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
  await clearRunner(client, poolId)
  await client.query('insert into job_runners (number, pool_id) values ($1, $2)', [number, poolId])
  return client
}
