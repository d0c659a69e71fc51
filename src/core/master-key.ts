import { hkdfSync } from 'node:crypto'
import type { Handle } from '../db/index.ts'

/** What a database keeps of its master key, to know it again. Nobody finds the key by it: that has 256 random bits. */
function checkOf(masterKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', 'sealane master key check', 16))
}

/** Whether this is the key of the database; null while that has none yet. Runs on the system handle. */
export async function isMasterKey(db: Handle, masterKey: Buffer | null): Promise<boolean | null> {
  const row = await db.selectFrom('installation').select('master_key_check').executeTakeFirst()
  if (!row) return null
  return masterKey !== null && checkOf(masterKey).equals(row.master_key_check)
}

/**
 * Makes this the key of a database that has none yet. Of many who try at once, one wins. Answers whether the database's
 * key is this one now. Runs on the system handle.
 */
export async function claimMasterKey(db: Handle, masterKey: Buffer): Promise<boolean> {
  await db
    .insertInto('installation')
    .values({ master_key_check: checkOf(masterKey) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await isMasterKey(db, masterKey)) === true
}
