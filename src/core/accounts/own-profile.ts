import { type Handle, transaction } from '../../db/index.ts'
import { notFound, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { findMemberFaults } from './members.ts'
import { type AtTheDoor, recordForPerson } from './person-audit.ts'

type Passkey = { id: Id; name: string; createdAt: Date | null }

/**
 * Changes the name that all organizations see, the language of pages and mails, or the look of pages. Null leaves a
 * choice to the browser. Throws `validation_failed`.
 */
export async function changeProfile(
  door: AtTheDoor,
  userId: Id,
  changes: { name?: string; language?: 'en' | 'fr' | null; scheme?: 'light' | 'dark' | null },
): Promise<void> {
  const name = changes.name?.trim()
  refuseFaults(findMemberFaults(name === undefined ? {} : { name }))
  await door.db
    .updateTable('users')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(changes.language === undefined ? {} : { language: changes.language }),
      ...(changes.scheme === undefined ? {} : { scheme: changes.scheme }),
      updated_at: door.now,
    })
    .where('id', '=', userId)
    .execute()
}

/** The passkeys of a person, newest first. */
export async function listPasskeys(db: Handle, userId: Id): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at'])
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name ?? '', createdAt: row.created_at }))
}

/** Deletes a person's passkey. Throws `passkey_not_found`. */
export async function removePasskey(door: AtTheDoor, userId: Id, id: Id): Promise<void> {
  await transaction({ db: door.db }, async ({ db }) => {
    const removed = await db
      .deleteFrom('passkeys')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .returning('name')
      .executeTakeFirst()
    if (!removed) throw notFound('passkey')
    const data = { name: removed.name ?? '' }
    await recordForPerson({ ...door, db }, userId, { action: 'user.passkey_removed', data })
  })
}

/**
 * Removes the authenticator app and passkeys of a person who has lost them, so that the password alone signs them in.
 * Ends their sessions. Only the server's operator calls this.
 */
export async function forgetSecondFactors(door: AtTheDoor, userId: Id): Promise<void> {
  await transaction({ db: door.db }, async ({ db }) => {
    await db.deleteFrom('two_factors').where('user_id', '=', userId).execute()
    await db.deleteFrom('passkeys').where('user_id', '=', userId).execute()
    await db.deleteFrom('sessions').where('user_id', '=', userId).execute()
    await db.updateTable('users').set({ two_factor_enabled: false }).where('id', '=', userId).execute()
    const entry = { action: 'user.two_factor_disabled', actor: { kind: 'system' } } as const
    await recordForPerson({ ...door, db }, userId, entry)
  })
}
