import { type Handle, lockUntilCommit, transaction } from '../db/index.ts'
import type { Context } from './context.ts'
import type { Id } from './ids.ts'

/**
 * Runs several verbs as one change: all of them happen, or none. The faces, which know no database, use this; who makes
 * organizations has no more of a context than its handle.
 */
export function doTogether<C extends { db: Handle }, T>(ctx: C, work: (inner: C) => Promise<T>): Promise<T> {
  return transaction(ctx, work)
}

/** Makes changes of one thing that ask for it wait their turn, until the transaction of the context ends. */
export async function takeTurn(ctx: Context, id: Id): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('takeTurn outside a transaction.')
  await lockUntilCommit(ctx.db, `turn ${ctx.organizationId} ${id}`)
}
