import { hkdfSync } from 'node:crypto'
import type { Handle } from '../db/index.ts'

/**
 * A value derived from the master key, by which the database recognises it. It does not reveal the key, which has 256
 * random bits.
 */
function checkOf(masterKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', 'sealane master key check', 16))
}

/** Whether this is the master key of the database; null when the database has none yet. Runs on the system handle. */
export async function isMasterKey(db: Handle, masterKey: Buffer | null): Promise<boolean | null> {
  const row = await db.selectFrom('installation').select('master_key_check').executeTakeFirst()
  if (!row) return null
  return masterKey !== null && checkOf(masterKey).equals(row.master_key_check)
}

/**
 * Makes this the master key of a database that has none. Of several at once, one wins. Returns whether this key is the
 * database's key now. Runs on the system handle.
 */
export async function claimMasterKey(db: Handle, masterKey: Buffer): Promise<boolean> {
  await db
    .insertInto('installation')
    .values({ master_key_check: checkOf(masterKey) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await isMasterKey(db, masterKey)) === true
}
