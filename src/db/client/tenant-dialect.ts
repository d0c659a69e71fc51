import { AsyncLocalStorage } from 'node:async_hooks'
import { type Dialect, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { bindClient, type TenantClient } from './tenant-client.ts'

/** The transaction that this call chain is inside of, if any. */
export const openTransaction = new AsyncLocalStorage<{ active: boolean }>()

/** Gives a connection of a pool that is bound to one organization. */
export type Connect = () => Promise<TenantClient>

/**
 * Connections of the pool, bound to one organization before each use (null: to none). A connection asked for inside an
 * open transaction is a query on the wrong handle: it would not see the transaction's work, and could wait for it for
 * ever. That fails loudly.
 */
export function connectFor(pool: Pool, organizationId: string | null): Connect {
  return async () => {
    if (openTransaction.getStore()?.active) {
      throw new Error('A query on the outer handle inside a transaction: use the context that transaction() passed on.')
    }
    return bindClient(await pool.connect(), organizationId)
  }
}

/** The PostgreSQL dialect over such connections. Many handles share one pool, and only the database closes it. */
export function createTenantDialect(pool: Pool, connect: Connect): Dialect {
  return new PostgresDialect({ pool: { options: pool.options, connect, end: async () => {} } })
}
