import { Logger, makeWorkerUtils, type Runner, run } from 'graphile-worker'
import pg from 'pg'
import { createJob, eachSlice, now, type OpenEngine } from '../parts.ts'

/** graphile-worker as its documentation tunes it: local queue of 500, batched completions, 64 jobs at once. */
export const open: OpenEngine = async ({ databaseUrl, receiverUrl }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 70 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const utils = await makeWorkerUtils({ pgPool: pool })
  await utils.migrate()
  const job = await createJob(pool, receiverUrl)
  let runner: Runner | undefined
  return {
    fill: (from, count) =>
      eachSlice(from, count, (numbers) =>
        utils.addJobs(numbers.map((n) => ({ identifier: 'deliver', payload: { n } }))),
      ),
    async emit(n) {
      await utils.addJob('deliver', { n })
      return now()
    },
    async start() {
      runner = await run({
        pgPool: pool,
        noHandleSignals: true,
        logger: new Logger(() => () => {}),
        taskList: { deliver: (payload) => job.deliver(readNumber(payload)) },
        preset: {
          worker: {
            concurrentJobs: 64,
            pollInterval: 500,
            localQueue: { size: 500, refetchDelay: { durationMs: 10 } },
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
          },
        },
      })
    },
    async stop() {
      await runner?.stop()
      await utils.release()
      await job.close()
      await pool.end()
    },
  }
}

function readNumber(payload: unknown): number {
  return payload !== null && typeof payload === 'object' && 'n' in payload ? Number(payload.n) : 0
}
