import { AsyncLocalStorage } from 'node:async_hooks'
import { type Dialect, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { bindClient } from './tenant-client.ts'

/** The transaction that this call chain is inside of, if any. */
export const openTransaction = new AsyncLocalStorage<{ active: boolean }>()

/**
 * A PostgreSQL dialect whose connections are bound to one organization before each use (null: to none).
 * A connection asked for inside an open transaction is a query on the wrong handle: it would not see the
 * transaction's work, and could wait for it for ever. That fails loudly.
 */
export function createTenantDialect(pool: Pool, organizationId: string | null): Dialect {
  return new PostgresDialect({
    pool: {
      options: pool.options,
      async connect() {
        if (openTransaction.getStore()?.active) {
          throw new Error(
            'A query on the outer handle inside a transaction: use the context that transaction() passed on.',
          )
        }
        return bindClient(await pool.connect(), organizationId)
      },
      // Many handles share one pool, and only the database closes it.
      end: async () => {},
    },
  })
}
