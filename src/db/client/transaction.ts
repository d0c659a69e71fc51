import type { Handle } from './connection.ts'
import { connectOf } from './connects.ts'
import { begin } from './statement.ts'
import type { TenantClient } from './tenant-client.ts'
import { openTransaction } from './tenant-dialect.ts'
import { openHandle } from './transaction-handle.ts'

const attempts = 4
/** serialization_failure and deadlock_detected. PostgreSQL has rolled back, and the work can be tried again. */
const retryable = new Set(['40001', '40P01'])

/**
 * Runs the work in a transaction on ctx.db, and commits, or rolls back when it throws. Joins an open transaction. Use
 * only the inner context inside, because the outer handle throws. A deadlock is retried, so the work must have no
 * effect outside of the database.
 */
export async function transaction<C extends { db: Handle }, R>(ctx: C, work: (inner: C) => Promise<R>): Promise<R> {
  if (ctx.db.isTransaction) return work(ctx)
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(ctx, work)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (attempt === attempts || !retryable.has(code)) throw error
    }
  }
}

async function runOnce<C extends { db: Handle }, R>(ctx: C, work: (inner: C) => Promise<R>): Promise<R> {
  const client = await connectOf(ctx.db)()
  const marker = { active: true }
  const { db, end } = openHandle(ctx.db, client)
  let isLost = false
  try {
    client.queue(begin)
    const result = await openTransaction.run(marker, () => work({ ...ctx, db }))
    end()
    await commit(client)
    return result
  } catch (error) {
    end()
    isLost = !(await rollBack(client))
    throw error
  } finally {
    marker.active = false
    client.release(isLost)
  }
}

// After a failed statement, PostgreSQL answers a commit with ROLLBACK and no error.
async function commit(client: TenantClient): Promise<void> {
  const { command } = await client.query<never>('commit', [])
  if (String(command) === 'ROLLBACK') throw new Error('A statement of a transaction failed, and its error was ignored.')
}

// Returns whether the connection is still usable. It does not throw, because the first error is the one to report.
async function rollBack(client: TenantClient): Promise<boolean> {
  return client.query('rollback', []).then(
    () => true,
    () => false,
  )
}
