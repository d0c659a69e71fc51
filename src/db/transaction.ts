import type { Handle } from './connection.ts'
import { openTransaction } from './tenant-dialect.ts'

/**
 * Runs the work in a transaction on ctx.db and commits, or rolls back when it throws. Joins a transaction that is
 * already open on ctx. Inside, only the context that is passed on may be used: the outer handle throws.
 */
export async function transaction<C extends { db: Handle }, R>(ctx: C, work: (inner: C) => Promise<R>): Promise<R> {
  if (ctx.db.isTransaction) return work(ctx)
  return ctx.db.transaction().execute(async (db) => {
    const marker = { active: true }
    try {
      return await openTransaction.run(marker, () => work({ ...ctx, db }))
    } finally {
      marker.active = false
    }
  })
}
