import type pg from 'pg'
import { Gauge, type Registry } from 'prom-client'
import { readBacklog } from './backlog.ts'

export type MetricsLog = { error(details: object, message: string): void }

// The database is read at most once in this time, for any number of scrapes.
const freshForMs = 1_000
const patienceMs = 2_500

/**
 * Creates the gauges that all processes share, and returns a function that updates them. Without an answer of the
 * database they are removed, because an old number is wrong, and `sealane_database_up` is 0.
 */
export function createDatabaseGauges(registry: Registry, pool: pg.Pool, log: MetricsLog): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const up = gauge('sealane_database_up', 'Whether the database answered this scrape in time.')
  const depth = gauge('sealane_delivery_queue_depth', 'Open deliveries by state; each counted up to 100,000.', [
    'state',
  ])
  const oldest = gauge('sealane_delivery_oldest_due_seconds', 'Time since the oldest due delivery became due.')
  const circuits = gauge(
    'sealane_delivery_circuits_open',
    'Webhooks that rest after failures, or because they asked for a pause.',
  )
  const jobs = gauge(
    'sealane_jobs',
    'Jobs by state; failed jobs are not retried, and set_aside counts the failed jobs that ended their process twice.',
    ['state'],
  )
  const unsealed = gauge(
    'sealane_submissions_unsealed',
    'Submissions without a sealed document, more than five minutes after everybody has acted.',
  )
  let last = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null

  async function read(): Promise<void> {
    try {
      const backlog = await within(patienceMs, readBacklog(pool))
      for (const [state, count] of Object.entries(backlog.deliveries)) depth.set({ state }, count)
      for (const [state, count] of Object.entries(backlog.jobs)) jobs.set({ state }, count)
      oldest.set(backlog.oldestDueSeconds)
      circuits.set(backlog.circuitsOpen)
      unsealed.set(backlog.unsealed)
      up.set(1)
    } catch (error) {
      log.error({ err: error }, 'The database could not be read for the metrics.')
      for (const one of [oldest, circuits, unsealed]) one.remove()
      for (const one of [depth, jobs]) one.reset()
      up.set(0)
    }
    last = performance.now()
  }

  return () => {
    if (performance.now() - last < freshForMs) return Promise.resolve()
    reading ??= read().finally(() => {
      reading = null
    })
    return reading
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer in time.')), ms)
  })
  work.catch(() => {})
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
