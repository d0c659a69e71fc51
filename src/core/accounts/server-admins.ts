import type { Handle } from '../../db/index.ts'
import type { Id } from '../ids.ts'

/** Makes a person one of those who run this server. Runs on the system handle. */
export async function grantServerAdmin(db: Handle, userId: Id, now: Date): Promise<void> {
  await db
    .insertInto('server_admins')
    .values({ user_id: userId, granted_at: now, granted_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
