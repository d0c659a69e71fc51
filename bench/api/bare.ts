// A bare Fastify handler that runs the same SQL and sends the rows as JSON; started by bench/api.ts.
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'
import type { Start, Statement, Tenant, Workload } from './protocol.ts'

type Querying = { query(text: string, values: unknown[]): Promise<pg.QueryResult> }
type Prepared = (tenant: Tenant) => Statement[]

process.on('disconnect', () => process.exit())
process.once('message', async ({ databaseUrl, tenants, workloads }: Start) => {
  const pools = { system: createPool(databaseUrl), tenant: createPool(databaseUrl, '-c role=sealane_tenant') }
  const app = Fastify()
  const byKey = new Map(tenants.flatMap((tenant) => [tenant.key, `Bearer ${tenant.token}`].map((key) => [key, tenant])))
  for (const workload of workloads) {
    const prepare = prepareFor(workload, tenants[0])
    app.route({
      method: workload.method,
      url: `/${workload.name}`,
      handler: async (request) => {
        const { 'x-api-key': key, authorization } = request.headers
        const tenant = byKey.get(String(key ?? authorization))
        return tenant && runAll(pools, prepare(tenant), tenant)
      },
    })
  }
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  process.send?.({ url })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuSeconds: (user + system) / 1e6 })
  })
})

function createPool(connectionString: string, options?: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 10, ...(options ? { options } : {}) })
  // When a round fails, the database stops before this process does.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const bound = new WeakMap<object, string>()

async function runAll(pools: { system: pg.Pool; tenant: pg.Pool }, statements: Statement[], tenant: Tenant) {
  const [first, ...rest] = statements
  if (first) await pools.system.query(first.text, first.values)
  const isTransaction = rest.some(({ text }) => text === 'begin')
  if (isTransaction) return withClient(pools.tenant, tenant, (client) => inOrder(client, rest))
  return Promise.all(
    rest.map(({ text, values }) =>
      withClient(pools.tenant, tenant, async (client) => (await client.query(text, values)).rows),
    ),
  )
}

async function withClient<T>(pool: pg.Pool, tenant: Tenant, work: (client: Querying) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    if (bound.get(client) !== tenant.id) {
      await client.query("select set_config('sealane.organization_id', $1, false)", [tenant.id])
      bound.set(client, tenant.id)
    }
    return await work(client)
  } finally {
    client.release()
  }
}

// The next number of an organization's trail comes from its last row, which the statement before has read.
async function inOrder(client: Querying, statements: Statement[]): Promise<unknown> {
  const rows: unknown[] = []
  let sequence = 0
  for (const { text, values } of statements) {
    const at = columnOf(text, text.includes('insert into "audit_chains"') ? 'length' : 'sequence')
    const result = await client.query(
      text,
      values.map((value, index) => (index === at ? sequence + 1 : value)),
    )
    if (/from "audit_chains"/.test(text)) sequence = Number(result.rows[0]?.length ?? 0)
    rows.push(result.rows)
  }
  return rows
}

function columnOf(text: string, name: string): number {
  const names = /\(([^)]*)\)/.exec(text)?.[1]?.split(', ') ?? []
  return names.indexOf(`"${name}"`)
}

// Recorded ids are made anew for each request; the recorded tenant's become the asking tenant's.
function prepareFor({ statements }: Workload, recorded: Tenant | undefined): Prepared {
  const texts = statements.flatMap(({ values }) => values.filter((value) => typeof value === 'string'))
  const isWrite = statements.some(({ text }) => text === 'begin')
  const found = isWrite ? texts.flatMap((text) => text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []) : []
  const made = [...new Set(found)].filter((id) => id !== recorded?.id && id !== recorded?.keyId)
  return (tenant) => {
    const pairs: [string, string][] = made.map((id) => [id, randomUUID()])
    if (recorded) pairs.push([recorded.id, tenant.id], [recorded.keyId, tenant.keyId])
    const swap = (value: unknown) => {
      if (typeof value === 'string') return pairs.reduce((text, [from, to]) => text.replaceAll(from, to), value)
      return value instanceof Uint8Array && recorded?.keyHash.equals(value) ? tenant.keyHash : value
    }
    return statements.map((statement) => ({ ...statement, values: statement.values.map(swap) }))
  }
}
