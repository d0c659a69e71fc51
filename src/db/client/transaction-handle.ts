import { type CompiledQuery, type DatabaseConnection, PostgresDialect, type QueryResult, Transaction } from 'kysely'
import type { Tables } from '../tables/index.ts'
import type { Handle } from './connection.ts'
import { rememberConnect } from './connects.ts'
import type { TenantClient } from './tenant-client.ts'

/** A handle whose statements run in the transaction that is open on a client, until it is ended. */
export type TransactionHandle = { db: Handle; end(): void }

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
// A transaction neither connects by itself nor opens another one.
const dialect = new PostgresDialect({
  pool: async () => Promise.reject(new Error('A transaction has its connection.')),
})
const common = { config: { dialect }, dialect, driver: dialect.createDriver() }

/**
 * The handle that work inside a transaction gets. Statements that are text already go to the client directly, those
 * that Kysely builds by an executor over it; after the end both throw, because the client serves others then.
 */
export function openHandle(outer: Handle, client: TenantClient): TransactionHandle {
  let hasEnded = false
  const lend = (): TenantClient => {
    if (hasEnded) throw new Error('A query on the handle of a transaction that has ended.')
    return { ...client, release() {} }
  }
  const connection = createConnection(client)
  const executor = outer.getExecutor().withConnectionProvider({
    async provideConnection(consumer) {
      lend()
      return consumer(connection)
    },
  })
  const db = rememberConnect(new Transaction<Tables>({ ...common, executor }), async () => lend())
  return {
    db,
    end() {
      hasEnded = true
    },
  }
}

function createConnection(client: TenantClient): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { command, rowCount, rows } = await client.query<R>(sql, parameters)
      return writes.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0), rows } : { rows }
    },
    streamQuery() {
      throw new Error('A cursor cannot share a connection with other statements.')
    },
  }
}
