import type { Handle } from './connection.ts'
import { openTransaction } from './tenant-dialect.ts'

const attempts = 4
/** serialization_failure and deadlock_detected: PostgreSQL undid everything, and asks to be tried again. */
const retryable = new Set(['40001', '40P01'])

/**
 * Runs the work in a transaction on ctx.db and commits, or rolls back when it throws. Joins a transaction that is
 * already open on ctx. Inside, only the context that is passed on may be used: the outer handle throws. A deadlock is
 * undone and tried again, so the work must have no effect outside of the database.
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

function runOnce<C extends { db: Handle }, R>(ctx: C, work: (inner: C) => Promise<R>): Promise<R> {
  return ctx.db.transaction().execute(async (db) => {
    const marker = { active: true }
    try {
      return await openTransaction.run(marker, () => work({ ...ctx, db }))
    } finally {
      marker.active = false
    }
  })
}
