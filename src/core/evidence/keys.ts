import { generateKeyPairSync } from 'node:crypto'
import type { Handle } from '../../db/index.ts'
import { type Id, newId } from '../ids.ts'
import type { Vault } from '../vault.ts'
import { rawPublicKey } from './note.ts'

/** A key that signs checkpoints. The private key is PKCS#8. */
export type LogKey = { publicKey: Buffer; privateKey: Buffer }

/** A public key, and the time in which it signed. */
type KnownKey = { publicKey: Buffer; from: Date; until: Date | null }

/** The key that signs now. Makes the first key on demand. Runs on the system handle, in a transaction. */
export async function presentLogKey(db: Handle, vault: Vault, now: Date): Promise<LogKey> {
  const row = await db
    .selectFrom('evidence_keys')
    .selectAll()
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return makeKey(db, vault, now)
  return { publicKey: row.public_key, privateKey: vault.open(purposeOfLogKey(row.id), row.private_key) }
}

/**
 * Makes a new key, which signs from now on. Earlier checkpoints stay valid. Runs on the system handle, in a
 * transaction.
 */
export async function rotateLogKey(db: Handle, vault: Vault, now: Date): Promise<LogKey> {
  await db.updateTable('evidence_keys').set({ retired_at: now }).where('retired_at', 'is', null).execute()
  return makeKey(db, vault, now)
}

/** All log keys, oldest first. Runs on the system handle. */
export async function listLogKeys(db: Handle): Promise<KnownKey[]> {
  const rows = await db
    .selectFrom('evidence_keys')
    .select(['public_key', 'created_at', 'retired_at'])
    .orderBy('created_at')
    .execute()
  return rows.map(({ public_key, created_at, retired_at }) => ({
    publicKey: public_key,
    from: created_at,
    until: retired_at,
  }))
}

async function makeKey(db: Handle, vault: Vault, now: Date): Promise<LogKey> {
  const pair = generateKeyPairSync('ed25519')
  const key = {
    publicKey: rawPublicKey(pair.publicKey),
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
  }
  const id = newId(now.getTime())
  const values = {
    id,
    public_key: key.publicKey,
    private_key: vault.seal(purposeOfLogKey(id), key.privateKey),
    created_at: now,
  }
  await db.insertInto('evidence_keys').values(values).execute()
  return key
}

/** The purpose for which the vault seals a log key. */
export function purposeOfLogKey(id: Id): string {
  return `log key ${id}`
}
