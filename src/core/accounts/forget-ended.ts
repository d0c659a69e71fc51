import type { Handle } from '../../db/index.ts'

export const forgetEndedJob = 'account.forget_ended'

const keptMs = 86_400_000

/** Removes what ended a day ago and can open nothing any more: sessions, links to a new password, questions to browsers. */
export async function forgetEnded(db: Handle, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs)
  await db.deleteFrom('sessions').where('expires_at', '<', before).execute()
  await db.deleteFrom('password_resets').where('expires_at', '<', before).execute()
  await db.deleteFrom('sign_in_verifications').where('expires_at', '<', before).execute()
}
