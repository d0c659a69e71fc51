import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Database } from '../db/index.ts'
import type { DeliveryMetrics } from '../delivery/index.ts'
import type { HttpMetrics } from '../http/metrics.ts'
import { countDeliveries } from './delivery.ts'
import { createDatabaseGauges, type MetricsLog } from './gauges.ts'
import { countRequests } from './requests.ts'

export type Metrics = { delivery: DeliveryMetrics; http: HttpMetrics }

/**
 * The metrics of this process, and those that a scrape reads from the database. No label has an id, a typed path or any
 * other unbounded value.
 */
export function createMetrics(database: Database, log: MetricsLog): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  watchPools(registry, database)
  const readDatabase = createDatabaseGauges(registry, database.pool, log)
  return {
    delivery: countDeliveries(registry),
    http: {
      answered: countRequests(registry),
      async expose() {
        await readDatabase()
        return { contentType: registry.contentType, text: await registry.metrics() }
      },
    },
  }
}

function watchPools(registry: Registry, { pool, tenantPool }: Database): void {
  new Gauge({
    name: 'sealane_pg_pool_connections',
    help: 'Connections of each pool of this process: in use, idle, and (waiting) requests for one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [name, one] of Object.entries({ system: pool, tenant: tenantPool })) {
        this.set({ pool: name, state: 'used' }, one.totalCount - one.idleCount)
        this.set({ pool: name, state: 'idle' }, one.idleCount)
        this.set({ pool: name, state: 'waiting' }, one.waitingCount)
      }
    },
  })
}
