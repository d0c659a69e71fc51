import { sql } from 'kysely'
import type { Handle } from '../../db/index.ts'

const name = 'sealane server maintenance'

/** When maintenance of the whole server began, or null. It cannot change until the caller's transaction ends. */
export async function readServerMaintenance(db: Handle): Promise<Date | null> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`.execute(db)
  const row = await db.selectFrom('server_maintenance').select('since').executeTakeFirst()
  return row?.since ?? null
}

/**
 * Turns maintenance of the whole server on or off in the caller's transaction. It waits for organizations that are
 * being created, so that none is missed. `since` of a running maintenance stays.
 */
export async function writeServerMaintenance(db: Handle, since: Date | null): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db)
  if (since === null) await db.deleteFrom('server_maintenance').execute()
  else
    await db
      .insertInto('server_maintenance')
      .values({ since })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
