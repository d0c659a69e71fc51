import { randomBytes } from 'node:crypto'
import { createOrganization } from '../../src/core/accounts/index.ts'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId } from '../../src/core/ids.ts'
import { createVault, type Vault } from '../../src/core/vault.ts'
import { createWebhook } from '../../src/core/webhooks/index.ts'
import { type Database, migrate, openDatabase, transaction } from '../../src/db/index.ts'
import { demoAgreement } from '../../src/demo/agreement.ts'
import { migrateJobs } from '../../src/jobs/runner.ts'
import { findFreePort } from '../../src/postgres/port.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { noteLostClaims } from './claims.ts'
import { startCounter } from './counter.ts'
import type { Ground } from './ground.ts'
import type { Arrival } from './receiver.ts'

/** An organization of the stage, with its link and the URL of its webhook. */
export type Tenant = { slug: string; link: string; path: string }

/** The product as processes, two tenants, and an independent receiver. */
export type Stage = {
  base: string
  tenants: Tenant[]
  database: Database
  vault: Vault
  /** Starts a part of the product, or starts it again, and resolves when it is ready. */
  start(part: Part): Promise<void>
  kill(part: Part): Promise<void>
  /** Sends a signal that does not end it. */
  signal(part: Part, signal: 'SIGSTOP' | 'SIGCONT'): void
  arrivals(): Promise<Arrival[]>
  end(): Promise<void>
}

/** `server` is the product in one process. */
export type Part = keyof typeof argsOf
const argsOf = { server: [], http: ['--only', 'http'], worker: ['--only', 'worker'], 'worker-2': ['--only', 'worker'] }

// No limit of a webhook may hold up the backlog of an outage.
const maxConcurrency = 500

/** Builds the stage on a running database. `workerUrl` is another URL of the database for the worker. */
export async function buildStage(ground: Ground, workerUrl: string | null = ground.givenUrl): Promise<Stage> {
  const masterKey = randomBytes(32)
  const receiver = await startCounter()
  await migrate(ground.url)
  const database = openDatabase({ url: ground.url, maxConnections: 4, applicationName: 'chaos' })
  await migrateJobs(database.pool)
  await noteLostClaims(database.system)
  const tenants = await Promise.all(
    ['north', 'south'].map((slug) => makeTenant(database, masterKey, slug, `${receiver.url}/${slug}`)),
  )
  await ground.handOver()
  const httpPort = await findFreePort(0)
  const running = new Map<Part, ServerProcess>()
  const environment = {
    SEALANE_MASTER_KEY: masterKey.toString('hex'),
    SEALANE_DEMO: 'false',
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '127.0.0.1',
    PORT: String(httpPort),
  }
  return {
    base: `http://127.0.0.1:${httpPort}`,
    tenants,
    database,
    vault: createVault(masterKey),
    async start(part) {
      const url = part === 'worker' ? workerUrl : ground.givenUrl
      const settings = { ...environment, ...(url ? { DATABASE_URL: url } : {}) }
      running.set(part, await startServer(ground.home, settings, argsOf[part]))
    },
    async kill(part) {
      await running.get(part)?.end('SIGKILL')
      running.delete(part)
    },
    signal: (part, signal) => void running.get(part)?.child.kill(signal),
    arrivals: () => receiver.arrivals(),
    async end() {
      for (const one of running.values()) await one.end('SIGKILL')
      receiver.close()
      await database.close()
    },
  }
}

async function makeTenant(database: Database, masterKey: Buffer, slug: string, hook: string): Promise<Tenant> {
  const now = new Date()
  const { id } = await transaction({ db: database.system }, ({ db }) =>
    createOrganization(db, { slug, name: slug, now }),
  )
  const vault = createVault(masterKey)
  const ctx: Context = { db: database.forOrganization(id), organizationId: id, actor: { kind: 'system' }, now, vault }
  const destination = { destinationUrl: hook, eventTypes: ['agreement.viewed' as const], maxConcurrency }
  await createWebhook(ctx, destination, async () => null)
  const agreement = await createAgreement(ctx, demoAgreement)
  const link = await createAgreementLink(ctx, { agreementId: agreement.id })
  return { slug, link: formatId('agreement_link', link.id), path: `/${slug}` }
}
