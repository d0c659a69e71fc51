import { Kysely } from 'kysely'
import pg from 'pg'
import type { Tables } from '../tables/index.ts'
import { rememberConnect } from './connects.ts'
import { valueReaders } from './read-values.ts'
import { connectFor, createTenantDialect } from './tenant-dialect.ts'

/** A handle that queries run on: the outer one, or the transaction that is open on it. */
export type Handle = Kysely<Tables>

export type Database = {
  /** Sees every organization: sign-in, migrations, delivery, jobs. Never handed to a verb of a tenant. */
  system: Handle
  /** Sees one organization only; row-level security stands behind every query. */
  forOrganization(organizationId: string): Handle
  /** The raw pool of the system handle, for LISTEN, COPY and named statements. */
  pool: pg.Pool
  /** The pool behind all handles of organizations. */
  tenantPool: pg.Pool
  url: string
  close(): Promise<void>
}

export type DatabaseOptions = { url: string; maxConnections?: number; applicationName?: string }

const handlesKept = 1_000
// A tenant's rows are a part of each table, which an index finds. To read a table from end to end is never right for one
// of many, whatever statistics say of it. Until version 18, PostgreSQL would compile such queries, which takes longer than
// they do.
const tenantSettings = { role: 'sealane_tenant', enable_seqscan: 'off', jit: 'off' }
// What a process holds is let go within seconds when its network is cut or it stands still: without these, the server
// waits for ever for a client that does not read, with every lock that was taken (the delivery engine's claims too).
const serverSettings = {
  tcp_user_timeout: '10000',
  tcp_keepalives_idle: '5',
  tcp_keepalives_interval: '2',
  tcp_keepalives_count: '3',
  idle_in_transaction_session_timeout: '60000',
}

/** Opens the pools. Nothing connects until the first query. Times come back as Date, int8 as number. */
export function openDatabase(options: DatabaseOptions): Database {
  const max = options.maxConnections ?? 10
  const pool = createPool({ ...options, max })
  const tenantPool = createPool({ ...options, max, settings: tenantSettings })
  const handles = new Map<string, Handle>()
  const system = createHandle(pool, null)
  return {
    system,
    pool,
    tenantPool,
    url: options.url,
    forOrganization(organizationId) {
      const known = handles.get(organizationId)
      if (known) return known
      if (handles.size >= handlesKept) handles.clear()
      const handle = createHandle(tenantPool, organizationId)
      handles.set(organizationId, handle)
      return handle
    },
    async close() {
      await Promise.all([pool.end(), tenantPool.end()])
    },
  }
}

function createHandle(pool: pg.Pool, organizationId: string | null): Handle {
  const connect = connectFor(pool, organizationId)
  return rememberConnect(new Kysely({ dialect: createTenantDialect(pool, connect) }), connect)
}

function createPool(options: DatabaseOptions & { max: number; settings?: Record<string, string> }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    application_name: options.applicationName ?? 'sealane',
    // Not by the options of the connection, which PgBouncer refuses.
    onConnect: (client) => applySettings(client, { ...serverSettings, ...options.settings }),
    connectionTimeoutMillis: 10_000,
    pipeline: true,
    types: valueReaders,
  })
  // An idle connection that the server closes is replaced by the next query; it must not end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

async function applySettings(client: pg.ClientBase, settings: Record<string, string>): Promise<void> {
  const calls = Object.keys(settings).map((name, index) => `set_config('${name}', $${index + 1}, false)`)
  await client.query(`select ${calls.join(', ')}`, Object.values(settings))
}
