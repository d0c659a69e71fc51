import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { Pool } from 'undici'
import { type Database, migrate, openDatabase } from '../src/db/index.ts'
import { faces } from '../src/faces.ts'
import { createRateLimits } from '../src/http/rate-limit.ts'
import { createServer } from '../src/http/server.ts'
import { migrateJobs } from '../src/jobs/runner.ts'
import { startEmbeddedPostgres } from '../src/postgres/index.ts'
import { type FromServer, plainParts, type Start, storeOf, type Tenant, type Workload } from './api/protocol.ts'
import { recordStatements } from './api/record.ts'
import { seed } from './api/seed.ts'
import type { Case } from './result.ts'

// Short rounds in turns, so that other work of the machine slows both servers alike.
const rounds = 30
const warmUpRounds = 20
const connections = 16
const requests: Record<string, number> = {
  'get-one': 400,
  'list-50': 120,
  'filtered-list': 200,
  'create-webhook': 160,
  'jsonapi-list-15-include': 160,
}

/**
 * Requests per second of the server's CPU time, on real PostgreSQL. The peer is a bare Fastify handler that runs
 * the same SQL, the look-up of the key included, and sends the rows.
 */
export async function run(only: readonly string[]): Promise<Case[]> {
  const home = await mkdtemp(join(tmpdir(), 'sealane-bench-'))
  const server = await startEmbeddedPostgres({ home })
  const database = openDatabase({ url: server.url })
  try {
    await migrate(server.url)
    await migrateJobs(database.pool)
    const { tenants, verificationId } = await seed(database, 20)
    const all = await recordWorkloads(database, tenants, verificationId)
    const workloads = all.filter(({ name }) => only.length === 0 || only.includes(name))
    return await measure({ databaseUrl: server.url, tenants, workloads }, database)
  } finally {
    await database.close()
    await server.stop()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function recordWorkloads(database: Database, tenants: Tenant[], verificationId: string): Promise<Workload[]> {
  const parts = { ...plainParts, ...storeOf(database), rateLimits: createRateLimits(null) }
  const app = await createServer({ ...parts, log: pino({ level: 'silent' }) }, faces, { trustedProxies: [] })
  const filter = encodeURIComponent('{"internal_id":"42"}')
  const asked: Omit<Workload, 'statements'>[] = [
    { name: 'get-one', method: 'GET', url: `/v2/verifications/${verificationId}` },
    { name: 'list-50', method: 'GET', url: '/v2/verifications' },
    {
      name: 'filtered-list',
      method: 'GET',
      url: `/v2/verifications?verification_metadata=${filter}&order_by=updated_at`,
    },
    {
      name: 'create-webhook',
      method: 'POST',
      url: '/v2/webhooks',
      body: '{"destination_url":"https://a.example/hook"}',
    },
    { name: 'jsonapi-list-15-include', method: 'GET', url: '/v1/api/agreement-links?include=agreement' },
  ]
  const ask = ({ method, url, body }: Omit<Workload, 'statements'>) =>
    app.inject({ method, url, headers: headersOf(tenants[0], { url, body }), ...(body ? { payload: body } : {}) })
  const workloads: Workload[] = []
  for (const one of asked) {
    const { body } = await ask(one) // The first request of a key writes its last use, and later ones do not.
    if (/"(items|data)":\[\]/.test(body)) throw new Error(`${one.name} finds nothing, so it would measure nothing.`)
    const statements = await recordStatements(() => ask(one))
    if (statements.length === 0) throw new Error(`Nothing was recorded of ${one.name}, so its peer would do nothing.`)
    workloads.push({ ...one, statements })
  }
  await app.close()
  return workloads
}

async function measure(start: Start, database: Database): Promise<Case[]> {
  const [ours, bare] = [await startProcess('ours', start), await startProcess('bare', start)]
  const cases: Case[] = []
  for (const workload of start.workloads) {
    const samples = { ours: [] as number[], peer: [] as number[] }
    for (let round = 0; round < warmUpRounds + rounds; round += 1) {
      const mine = await load(ours, workload, workload.url, start.tenants)
      await forgetWebhooks(database)
      const theirs = await load(bare, workload, `/${workload.name}`, start.tenants)
      await forgetWebhooks(database)
      if (round < warmUpRounds) continue
      samples.ours.push(mine)
      samples.peer.push(theirs)
    }
    cases.push({ case: workload.name, ...samples, unit: 'requests per CPU-second', better: 'higher' })
  }
  for (const { child, pool } of [ours, bare]) {
    await pool.close()
    child.disconnect()
  }
  return cases
}

type Running = { child: ChildProcess; pool: Pool }

async function startProcess(name: 'ours' | 'bare', start: Start): Promise<Running> {
  const child = fork(fileURLToPath(new URL(`api/${name}.ts`, import.meta.url)), { serialization: 'advanced' })
  child.send(start)
  const [message]: FromServer[] = await once(child, 'message')
  if (!message || !('url' in message)) throw new Error(`The server ${name} did not start.`)
  return { child, pool: new Pool(message.url, { connections }) }
}

/**
 * Requests per second of CPU in one round. Writes go to all tenants in turn, reads to the first, which has the
 * data.
 */
async function load(server: Running, workload: Workload, path: string, tenants: Tenant[]): Promise<number> {
  const { pool } = server
  const total = requests[workload.name] ?? 1_000
  const before = await cpuSeconds(server.child)
  let sent = 0
  const worker = async () => {
    while (sent < total) {
      sent += 1
      const headers = headersOf(tenants[workload.method === 'POST' ? sent % tenants.length : 0], workload)
      const reply = await pool.request({ method: workload.method, path, headers, body: workload.body ?? null })
      const text = await reply.body.text()
      if (reply.statusCode !== 200) throw new Error(`${workload.name} answered ${reply.statusCode}: ${text}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const used = (await cpuSeconds(server.child)) - before
  return total / used
}

async function cpuSeconds(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message')
  child.send('cpu')
  const [message]: FromServer[] = await answer
  return message && 'cpuSeconds' in message ? message.cpuSeconds : 0
}

function headersOf(
  tenant: Tenant | undefined,
  { url, body }: { url: string; body?: string | undefined },
): Record<string, string> {
  if (url.startsWith('/v1/api')) return { authorization: `Bearer ${tenant?.token}` }
  return { 'x-api-key': tenant?.key ?? '', ...(body ? { 'content-type': 'application/json' } : {}) }
}

// An organization has at most 100 webhooks.
async function forgetWebhooks(database: Database): Promise<void> {
  await database.system.deleteFrom('webhooks').execute()
}
