import { transaction } from '../db/index.ts'
import type { Context } from './context.ts'

/** Runs several verbs as one change: all of them happen, or none. The faces, which know no database, use this. */
export function doTogether<T>(ctx: Context, work: (inner: Context) => Promise<T>): Promise<T> {
  return transaction(ctx, work)
}
