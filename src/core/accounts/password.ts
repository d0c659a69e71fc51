import { type Handle, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { DomainError, type Fault, fault, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { type AtTheDoor, recordForPerson } from './person-audit.ts'
import { hashSecret, looksLikeSecret, newResetToken } from './secrets.ts'
import type { HashPassword } from './users.ts'

const length = { least: 10, most: 128 }
const lifetimeMs = 60 * 60_000
/** The limit of reset mails to one person within an hour. Anybody can ask for such a mail. */
export const resetsPerHour = 3

export const resetJob = 'account.mail_reset'

export function findPasswordFaults(password: string, path: readonly string[] = ['password']): Fault[] {
  const count = [...password].length
  return count >= length.least && count <= length.most ? [] : [fault([...path], 'password_length', length)]
}

/** Enqueues the mail with a reset link. The work is the same for unknown addresses, so the caller learns nothing. */
export async function requestPasswordReset(db: Handle, email: string): Promise<void> {
  await enqueueJob(db, resetJob, { email: email.trim().toLowerCase() }, { key: `reset ${email.trim().toLowerCase()}` })
}

/**
 * Creates a password reset for the person of an address. Returns null when nobody has the address or `mostPerHour` is
 * reached. Runs on the system handle.
 */
export async function createPasswordReset(
  db: Handle,
  { email, now, mostPerHour = Number.POSITIVE_INFINITY }: { email: string; now: Date; mostPerHour?: number },
): Promise<{ userId: Id; language: 'en' | 'fr' | null; secret: string; expiresAt: Date } | null> {
  return transaction({ db }, async (inner) => {
    const user = await inner.db
      .selectFrom('users')
      .select(['id', 'language'])
      .where((where) => where(where.fn('lower', ['email']), '=', email.toLowerCase()))
      .where('deactivated_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!user || (await countLately(inner.db, user.id, now)) >= mostPerHour) return null
    const { secret, hash } = newResetToken()
    const expiresAt = new Date(now.getTime() + lifetimeMs)
    const values = { id: newId(now.getTime()), user_id: user.id, token_hash: hash, expires_at: expiresAt }
    await inner.db
      .insertInto('password_resets')
      .values({ ...values, created_at: now })
      .execute()
    return { userId: user.id, language: user.language, secret, expiresAt }
  })
}

/** Reads a pending password reset without using it. Throws `reset_not_found`. */
export async function readPasswordReset(db: Handle, token: string, now: Date): Promise<{ email: string }> {
  const found = await selectOpen(db, token, now)
    .innerJoin('users', 'users.id', 'password_resets.user_id')
    .select('users.email')
    .executeTakeFirst()
  if (!found) throw notOpen()
  return { email: found.email }
}

/**
 * Sets a new password by a reset link. Ends all the person's sessions and other links, so that a person who knew the
 * old password is signed out. Second factors stay.
 * Throws `reset_not_found`, `validation_failed`.
 */
export async function resetPassword(
  door: AtTheDoor,
  { token, password }: { token: string; password: string },
  hashPassword: HashPassword,
): Promise<void> {
  await readPasswordReset(door.db, token, door.now)
  refuseFaults(findPasswordFaults(password))
  const hashed = await hashPassword(password)
  await transaction({ db: door.db }, async ({ db }) => {
    const open = await selectOpen(db, token, door.now).select('user_id').forUpdate().executeTakeFirst()
    if (!open) throw notOpen()
    const userId = open.user_id
    await db.updateTable('password_resets').set({ used_at: door.now }).where('user_id', '=', userId).execute()
    await setPassword(db, userId, hashed, door.now)
    // The person received the link at the address, so the address is theirs.
    await db.updateTable('users').set({ email_verified: true }).where('id', '=', userId).execute()
    await db.deleteFrom('sessions').where('user_id', '=', userId).execute()
    await recordForPerson({ ...door, db }, userId, { action: 'user.password_reset' })
  })
}

/**
 * Sets a new password for a person who has given the old one. Ends their other sessions. Throws `validation_failed`.
 */
export async function changePassword(
  door: AtTheDoor,
  { userId, sessionId, password }: { userId: Id; sessionId: Id; password: string },
  hashPassword: HashPassword,
): Promise<void> {
  refuseFaults(findPasswordFaults(password, ['newPassword']))
  const hashed = await hashPassword(password)
  await transaction({ db: door.db }, async ({ db }) => {
    await setPassword(db, userId, hashed, door.now)
    await db.deleteFrom('sessions').where('user_id', '=', userId).where('id', '!=', sessionId).execute()
    await db.updateTable('password_resets').set({ used_at: door.now }).where('user_id', '=', userId).execute()
    await recordForPerson({ ...door, db }, userId, { action: 'user.password_changed' })
  })
}

async function setPassword(db: Handle, userId: Id, password: string, now: Date): Promise<void> {
  await db
    .insertInto('sign_in_accounts')
    .values({
      ...{ id: newId(now.getTime()), user_id: userId, provider_id: 'credential', account_id: userId },
      ...{ password, created_at: now, updated_at: now },
    })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password, updated_at: now }),
    )
    .execute()
}

function selectOpen(db: Handle, token: string, now: Date) {
  return db
    .selectFrom('password_resets')
    .where('token_hash', '=', hashSecret(looksLikeSecret(token) ? token : ''))
    .where('password_resets.expires_at', '>', now)
    .where('used_at', 'is', null)
}

async function countLately(db: Handle, userId: Id, now: Date): Promise<number> {
  const rows = await db
    .selectFrom('password_resets')
    .select('id')
    .where('user_id', '=', userId)
    .where('created_at', '>', new Date(now.getTime() - 60 * 60_000))
    .execute()
  return rows.length
}

function notOpen(): DomainError {
  return new DomainError('not_found', 'reset_not_found', say('reset_not_open'))
}
