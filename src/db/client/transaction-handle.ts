import { type CompiledQuery, type DatabaseConnection, PostgresDialect, type QueryResult, Transaction } from 'kysely'
import type { Tables } from '../tables/index.ts'
import type { Handle } from './connection.ts'
import { rememberConnect } from './connects.ts'
import type { TenantClient } from './tenant-client.ts'

/** A handle of a client's open transaction, until `end`. */
type TransactionHandle = { db: Handle; end(): void }

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
// The handle of a transaction never connects and never opens another transaction.
const dialect = new PostgresDialect({
  pool: async () => Promise.reject(new Error('The handle of a transaction never connects.')),
})
const common = { config: { dialect }, dialect, driver: dialect.createDriver() }

/**
 * Makes the handle of an open transaction. Texts go to the client directly, and Kysely's queries through an executor.
 * After the end both throw, because the client then belongs to somebody else.
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
