import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOrganization } from '../../src/core/accounts/index.ts'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId } from '../../src/core/ids.ts'
import { createVault } from '../../src/core/vault.ts'
import { createWebhook } from '../../src/core/webhooks/index.ts'
import { findFreePort } from '../../src/db/embedded/port.ts'
import { type Database, migrate, openDatabase } from '../../src/db/index.ts'
import { demoAgreement } from '../../src/demo/agreement.ts'
import { migrateJobs } from '../../src/jobs/runner.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { startCounter } from './counter.ts'
import type { Arrival } from './receiver.ts'

/** An organization of the stage: what opens its link, and where its webhook points. */
export type Tenant = { slug: string; link: string; path: string }

/** The product as processes, two tenants, and an independent receiver. */
export type Stage = {
  base: string
  tenants: Tenant[]
  database: Database
  /** Starts (again) the half of the product, and answers when it is ready. */
  start(half: Half): Promise<void>
  kill(half: Half): Promise<void>
  arrivals(): Promise<Arrival[]>
  end(): Promise<void>
}

export type Half = 'http' | 'worker'

/** Builds the stage on a running database. `workerUrl` lets the worker reach the database another way. */
export async function buildStage(url: string, workerUrl: string = url): Promise<Stage> {
  const home = await mkdtemp(join(tmpdir(), 'sealane-chaos-'))
  const masterKey = randomBytes(32)
  const receiver = await startCounter()
  await migrate(url)
  const database = openDatabase({ url, maxConnections: 4 })
  await migrateJobs(database.pool)
  const tenants = await Promise.all(
    ['north', 'south'].map((slug) => makeTenant(database, masterKey, slug, `${receiver.url}/${slug}`)),
  )
  const httpPort = await findFreePort(0)
  const running = new Map<Half, ServerProcess>()
  const environment = {
    SEALANE_MASTER_KEY: masterKey.toString('hex'),
    SEALANE_DEMO: 'false',
    LOG_LEVEL: 'error',
    PORT: String(httpPort),
  }
  return {
    base: `http://127.0.0.1:${httpPort}`,
    tenants,
    database,
    async start(half) {
      const DATABASE_URL = half === 'worker' ? workerUrl : url
      running.set(half, await startServer(home, { ...environment, DATABASE_URL }, ['--only', half]))
    },
    async kill(half) {
      await running.get(half)?.end('SIGKILL')
      running.delete(half)
    },
    arrivals: () => receiver.arrivals(),
    async end() {
      for (const one of running.values()) await one.end('SIGKILL')
      receiver.close()
      await database.close()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function makeTenant(database: Database, masterKey: Buffer, slug: string, hook: string): Promise<Tenant> {
  const now = new Date()
  const { id } = await database.system.transaction().execute((db) => createOrganization(db, { slug, name: slug, now }))
  const vault = createVault(masterKey)
  const ctx: Context = { db: database.forOrganization(id), organizationId: id, actor: { kind: 'system' }, now, vault }
  await createWebhook(ctx, { destinationUrl: hook, eventTypes: ['agreement.viewed'] }, async () => null)
  const agreement = await createAgreement(ctx, demoAgreement)
  const link = await createAgreementLink(ctx, { agreementId: agreement.id })
  return { slug, link: formatId('agreement_link', link.id), path: `/${slug}` }
}
