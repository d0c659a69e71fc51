import { randomBytes } from 'node:crypto'
import { transaction } from '../../db/index.ts'
import { newId } from '../ids.ts'
import { decrypt, encrypt } from '../vault.ts'
import type { SealKeys } from './identities.ts'

/** The size of a document with one page. */
const trialBytes = 32_768

/** The database does not store a document, or returns other bytes. */
export class StorageFailed extends Error {
  readonly code = 'storage_failed'
}

/**
 * Stores bytes as a document is stored, under a key that the vault seals, reads them back and deletes them. Runs on the
 * system handle. Throws StorageFailed.
 */
export async function rehearseStorage({ db, vault }: Pick<SealKeys, 'db' | 'vault'>): Promise<void> {
  const [id, key, bytes] = [newId(), randomBytes(32), randomBytes(trialBytes)]
  const purpose = `storage:${id}`
  const wrapped = vault.seal(purpose, key)
  const kept = await transaction({ db }, async (inner) => {
    const stored = encrypt(key, purpose, bytes)
    await inner.db.insertInto('storage_trials').values({ id, bytes: stored }).execute()
    const row = inner.db.deleteFrom('storage_trials').where('id', '=', id).returning('bytes')
    return (await row.executeTakeFirstOrThrow()).bytes
  }).catch((error: unknown) => {
    throw new StorageFailed(error instanceof Error ? error.message : String(error), { cause: error })
  })
  if (!decrypt(vault.open(purpose, wrapped), purpose, kept).equals(bytes)) throw new StorageFailed()
}
