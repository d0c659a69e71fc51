import { createRequire } from 'node:module'
import pg from 'pg'
import { createJob, eachSlice, now, type OpenEngine } from '../parts.ts'

// The peers are installed for benchmarks only, so they are resolved at run time and typed here.
type Job = { data: { n: number } }
type Bull = {
  Queue: new (
    name: string,
    options: object,
  ) => {
    add(name: string, data: object, options: object): Promise<unknown>
    addBulk(jobs: object[]): Promise<unknown>
    close(): Promise<void>
  }
  Worker: new (
    name: string,
    work: (job: Job) => Promise<void>,
    options: object,
  ) => { close(): Promise<void>; on(event: 'error', listener: () => void): void }
}
const { Queue, Worker }: Bull = createRequire(import.meta.url)('bullmq')

const jobOptions = { attempts: 10, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true }

/** BullMQ on Redis (append-only file, fsync every second), 64 jobs at once; attempt rows in PostgreSQL. */
export const open: OpenEngine = async ({ databaseUrl, redisPort, receiverUrl }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 })
  const connection = { host: '127.0.0.1', port: redisPort, maxRetriesPerRequest: null }
  const queue = new Queue('webhooks', { connection })
  const job = await createJob(pool, receiverUrl)
  const jobOf = (n: number) => ({ name: 'deliver', data: { n }, opts: { ...jobOptions, jobId: `event-${n}` } })
  let worker: { close(): Promise<void> } | undefined
  return {
    fill: (from, count) => eachSlice(from, count, (numbers) => queue.addBulk(numbers.map(jobOf))),
    async emit(n) {
      const { name, data, opts } = jobOf(n)
      await queue.add(name, data, opts)
      return now()
    },
    async start() {
      const started = new Worker('webhooks', ({ data }) => job.deliver(data.n), { connection, concurrency: 64 })
      started.on('error', () => {})
      worker = started
    },
    async stop() {
      await worker?.close()
      await queue.close()
      await job.close()
      await pool.end()
    },
  }
}
