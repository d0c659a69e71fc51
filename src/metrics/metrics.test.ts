import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emit, shareDeliveryDatabase, subscribe } from '../../test/support/delivery.ts'
import { startReceiver } from '../../test/support/receiver.ts'
import { type Database, openDatabase } from '../db/index.ts'
import { createMetrics } from './index.ts'

const measure = (database: Database) => createMetrics(database, { error() {} })
const { newContext, startEngine, database } = shareDeliveryDatabase()

test('the metrics have the backlog with its age, and the attempts with outcome and times', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver((_, response, count) => response.writeHead(count > 1 ? 200 : 500).end())
  await subscribe(ctx, receiver.url)
  const metrics = measure(database())
  await emit(ctx)
  expect(await readSeries(metrics, 'sealane_delivery_queue_depth{state="due"}')).toBe(1)
  expect(await readSeries(metrics, 'sealane_delivery_oldest_due_seconds')).toBeGreaterThan(0)
  await startEngine({ metrics: metrics.delivery, waits: [1] })
  const count = (outcome: string) => readSeries(metrics, `sealane_delivery_attempts_total{outcome="${outcome}"}`)
  await expect.poll(() => count('delivered')).toBe(1)
  expect(await count('http_status')).toBe(1)
  expect(await readSeries(metrics, 'sealane_delivery_attempt_seconds_count')).toBe(2)
  expect(await readSeries(metrics, 'sealane_delivery_first_attempt_seconds_count')).toBe(1)
})

test('while the database does not answer, its gauges are missing and the other metrics are served', async () => {
  const away = openDatabase({ url: 'postgres://nobody@127.0.0.1:9/nothing' })
  const metrics = measure(away)
  expect(await readSeries(metrics, 'sealane_database_up')).toBe(0)
  expect(await readSeries(metrics, 'sealane_delivery_oldest_due_seconds')).toBeNaN()
  expect(await readSeries(metrics, 'sealane_jobs{state="waiting"}')).toBeNaN()
  expect(await readSeries(metrics, 'process_resident_memory_bytes')).toBeGreaterThan(0)
  await away.close()
})

test('a hundred scrapes at once read the database once', async () => {
  const metrics = measure(database())
  const asked = { count: 0 }
  const count = () => void asked.count++
  database().pool.on('acquire', count)
  await Promise.all(Array.from({ length: 100 }, () => metrics.http.expose()))
  database().pool.off('acquire', count)
  expect(asked.count).toBe(1)
})

test('every metric of the dashboard is exposed', async () => {
  const dashboard = readFileSync(new URL('../../docs/grafana-dashboard.json', import.meta.url), 'utf8')
  const used = new Set(dashboard.match(/\b(sealane|process|nodejs)_\w+/g))
  const { text } = await measure(database()).http.expose()
  const exposed = [...text.matchAll(/^# TYPE (\w+) (\w+)/gm)].flatMap(([, name, type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  )
  expect(used.size).toBeGreaterThan(10)
  expect([...used].filter((name) => !exposed.includes(name))).toEqual([])
  const own = exposed.filter((name) => name?.startsWith('sealane_') && !/_(sum|count)$/.test(name))
  expect(own.filter((name) => name && !used.has(name))).toEqual([])
})

/** The value of one series, or NaN when it does not exist. */
async function readSeries(metrics: ReturnType<typeof createMetrics>, series: string): Promise<number> {
  const { text } = await metrics.http.expose()
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `))
  return Number(line?.slice(series.length + 1) ?? Number.NaN)
}
