import { createRequire } from 'node:module'
import pg from 'pg'
import { createJob, eachSlice, now, type OpenEngine } from '../parts.ts'

// The peers are installed for benchmarks only, so they are resolved at run time and typed here.
type Boss = {
  start(): Promise<unknown>
  stop(options: object): Promise<void>
  on(event: 'error', listener: () => void): void
  createQueue(name: string, options: object): Promise<void>
  send(name: string, data: object, options: object): Promise<unknown>
  insert(name: string, jobs: object[]): Promise<unknown>
  work(name: string, options: object, work: (jobs: { data: { n: number } }[]) => Promise<unknown>): Promise<unknown>
}
const { PgBoss }: { PgBoss: new (options: object) => Boss } = createRequire(import.meta.url)('pg-boss')

const queue = 'webhooks'

/**
 * pg-boss in its quickest setting: four workers with batches of 500 jobs that go on at once while batches are full,
 * woken by NOTIFY.
 */
export const open: OpenEngine = async ({ databaseUrl, receiverUrl }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 })
  const boss = new PgBoss({ connectionString: databaseUrl, max: 20, useListenNotify: true })
  boss.on('error', () => {})
  await boss.start()
  await boss.createQueue(queue, { notify: true })
  const job = await createJob(pool, receiverUrl)
  return {
    fill: (from, count) =>
      eachSlice(from, count, (numbers) =>
        boss.insert(
          queue,
          numbers.map((n) => ({ data: { n }, retryLimit: 10 })),
        ),
      ),
    async emit(n) {
      await boss.send(queue, { n }, { retryLimit: 10 })
      return now()
    },
    async start() {
      for (let worker = 0; worker < 4; worker++) {
        await boss.work(queue, { batchSize: 500, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true }, (jobs) =>
          Promise.all(jobs.map(({ data }) => job.deliver(data.n))),
        )
      }
    },
    async stop() {
      await boss.stop({ graceful: false })
      await job.close()
      await pool.end()
    },
  }
}
