import { Kysely } from 'kysely'
import pg from 'pg'
import type { Tables } from '../tables/index.ts'
import { rememberConnect } from './connects.ts'
import { valueReaders } from './read-values.ts'
import { connectFor, createTenantDialect } from './tenant-dialect.ts'

/** A handle for queries: a database, or the transaction that is open on it. */
export type Handle = Kysely<Tables>

export type Database = {
  /**
   * Sees every organization. For sign-in, migrations, delivery and jobs. Never pass it to a verb that acts for a
   * tenant.
   */
  system: Handle
  /** A handle that sees one organization. Row-level security protects every query. */
  forOrganization(organizationId: string): Handle
  /** The pool of the system handle, for LISTEN, COPY and named statements. */
  pool: pg.Pool
  /** The pool of all handles of organizations. */
  tenantPool: pg.Pool
  url: string
  close(): Promise<void>
}

type DatabaseOptions = { url: string; maxConnections?: number; applicationName?: string }

const handlesKept = 1_000
// A tenant has a small part of each table, which an index finds. So a sequential scan is never right, whatever the
// statistics say. PostgreSQL before version 18 would JIT-compile such queries, which takes longer than running them.
const tenantSettings = { role: 'sealane_tenant', enable_seqscan: 'off', jit: 'off' }
// These settings release a process's locks within seconds when its network is cut or it hangs. Without them the server
// waits for ever, and so do the claims of the delivery engine.
const serverSettings = {
  tcp_user_timeout: '10000',
  tcp_keepalives_idle: '5',
  tcp_keepalives_interval: '2',
  tcp_keepalives_count: '3',
  idle_in_transaction_session_timeout: '60000',
}

/** Opens the pools. The first query opens a connection. Times are read as Date, int8 as number. */
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
    // PgBouncer refuses settings in the connection's options, so they are set by a query.
    onConnect: (client) => applySettings(client, { ...serverSettings, ...options.settings }),
    connectionTimeoutMillis: 10_000,
    pipeline: true,
    types: valueReaders,
  })
  // The next query replaces an idle connection that the server closed. Without this listener the process would exit.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

async function applySettings(client: pg.ClientBase, settings: Record<string, string>): Promise<void> {
  const calls = Object.keys(settings).map((name, index) => `set_config('${name}', $${index + 1}, false)`)
  await client.query(`select ${calls.join(', ')}`, Object.values(settings))
}
