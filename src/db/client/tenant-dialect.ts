import { AsyncLocalStorage } from 'node:async_hooks'
import { type Dialect, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { bindClient, type TenantClient } from './tenant-client.ts'

/** The open transaction of this async call chain, if any. */
export const openTransaction = new AsyncLocalStorage<{ active: boolean }>()

/** Gets a connection that is bound to one organization. */
export type Connect = () => Promise<TenantClient>

/**
 * Binds each connection of the pool to one organization before its use (null: to none). Asking for one inside an open
 * transaction throws: the query would not see the transaction's work, and could wait for it for ever.
 */
export function connectFor(pool: Pool, organizationId: string | null): Connect {
  return async () => {
    if (openTransaction.getStore()?.active) {
      throw new Error('A query on the outer handle inside a transaction: use the context that transaction() passed on.')
    }
    return bindClient(await pool.connect(), organizationId)
  }
}

/** The PostgreSQL dialect over such connections. Many handles share a pool, and only the database closes it. */
export function createTenantDialect(pool: Pool, connect: Connect): Dialect {
  return new PostgresDialect({ pool: { options: pool.options, connect, end: async () => {} } })
}
