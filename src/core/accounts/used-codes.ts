import type { Handle } from '../../db/index.ts'
import type { Id } from '../ids.ts'
import { sha256 } from '../vault.ts'

/** An app's code is valid in its own 30 seconds, the 30 before and the 30 after. */
const validForMs = 90_000

/** Marks an authenticator code as used. Returns false when it was used before. Runs on the system handle. */
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
