import type { Handle } from '../../db/index.ts'
import type { Id } from '../ids.ts'
import { sha256 } from '../vault.ts'

/** A code of an app is valid in its own 30 seconds, and in those before and after. */
const validForMs = 90_000

/** Takes a code of a person's app, and answers whether it was there to take: nobody else has used it. Runs on the system handle. */
export async function takeCode(db: Handle, userId: Id, code: string, now: Date): Promise<boolean> {
  const ended = new Date(now.getTime() - validForMs)
  await db.deleteFrom('used_codes').where('user_id', '=', userId).where('used_at', '<', ended).execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('used_codes')
    .values({ user_id: userId, code_hash: sha256(`${userId} ${code}`), used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
