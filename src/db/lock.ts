import { CompiledQuery } from 'kysely'
import type { Handle } from './connection.ts'

/** The very text that the client of a transaction sends together with the statement after it. */
export const lockStatement = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'

/**
 * Makes transactions that lock the same name wait for each other until they end. The lock is held before the next
 * statement of this transaction runs, and that statement sees what the holder before it has committed. Throws outside of
 * a transaction.
 */
export async function lockUntilCommit(db: Handle, name: string): Promise<void> {
  if (!db.isTransaction) throw new Error(`lockUntilCommit('${name}') outside a transaction.`)
  await db.executeQuery(CompiledQuery.raw(lockStatement, [name]))
}
