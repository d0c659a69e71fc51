import type { Handle } from '../../db/index.ts'

export const forgetEndedJob = 'account.forget_ended'

const keptMs = 86_400_000

/**
 * Deletes sessions, password resets and sign-in challenges that ended more than a day ago. Runs on the system handle.
 */
export async function forgetEnded(db: Handle, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs)
  await db.deleteFrom('sessions').where('expires_at', '<', before).execute()
  await db.deleteFrom('password_resets').where('expires_at', '<', before).execute()
  await db.deleteFrom('sign_in_verifications').where('expires_at', '<', before).execute()
}
