import { AsyncLocalStorage } from 'node:async_hooks'
import { type Dialect, PostgresDialect } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/** The transaction that this call chain is inside of, if any. */
export const openTransaction = new AsyncLocalStorage<{ active: boolean }>()

const organizationOf = new WeakMap<PoolClient, string>()

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
        const client = await pool.connect()
        return organizationId ? bind(client, organizationId) : client
      },
      // Many handles share one pool, and only the database closes it.
      end: async () => {},
    },
  })
}

// The role is set here as well as when the connection starts, because options in the database's URL win over ours there.
async function bind(client: PoolClient, organizationId: string): Promise<PoolClient> {
  if (organizationOf.get(client) === organizationId) return client
  try {
    const settings =
      "select set_config('role', 'sealane_tenant', false), set_config('sealane.organization_id', $1, false)"
    await client.query(settings, [organizationId])
  } catch (error) {
    client.release(true)
    throw error
  }
  organizationOf.set(client, organizationId)
  return client
}
