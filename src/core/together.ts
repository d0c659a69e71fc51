import { type Handle, lockUntilCommit, transaction } from '../db/index.ts'
import type { Context } from './context.ts'
import type { Id } from './ids.ts'

/** Runs several verbs in one transaction. The faces use it, because they know no database. */
export function doTogether<C extends { db: Handle }, T>(ctx: C, work: (inner: C) => Promise<T>): Promise<T> {
  return transaction(ctx, work)
}

/**
 * Locks a record until the transaction of the context ends, so that changes of the record run one after another. Throws
 * outside of a transaction.
 */
export async function takeTurn(ctx: Context, id: Id): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('takeTurn outside a transaction.')
  await lockUntilCommit(ctx.db, `turn ${ctx.organizationId} ${id}`)
}
