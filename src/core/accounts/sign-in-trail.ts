import { type Handle, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Id } from '../ids.ts'
import { type AtTheDoor, recordForPerson } from './person-audit.ts'
import { findPersonByEmail } from './server-admins.ts'

export const failedSignInsJob = 'account.failed_sign_ins'

/** How a person proved their identity. */
export type SignInMethod = 'password' | 'code' | 'backup_code' | 'passkey'

/** The acts of a person about their own sign-in that their organizations must know of. */
type SignInAct =
  | { action: 'user.signed_in'; data: { method: SignInMethod } }
  | { action: 'user.signed_out' | 'user.two_factor_enabled' | 'user.two_factor_disabled' }
  | { action: 'user.passkey_added' | 'user.passkey_removed'; data: { name: string } }

/** Records such an act in the trail of each of the person's organizations. */
export async function noteSignInAct(door: AtTheDoor, userId: Id, act: SignInAct): Promise<void> {
  await transaction({ db: door.db }, ({ db }) => recordForPerson({ ...door, db }, userId, act))
}

/**
 * Enqueues the record of repeated failed sign-ins. The job looks the address up, so that the response time does not
 * reveal whether it is known.
 */
export async function noteFailedSignIns(door: AtTheDoor, email: string): Promise<void> {
  const payload = { email, at: door.now.toISOString() }
  await enqueueJob(door.db, failedSignInsJob, payload, { key: `failed sign-ins ${email.trim().toLowerCase()}` })
}

/** Records repeated failed sign-ins, if somebody has the address. */
export async function recordFailedSignIns(door: AtTheDoor & { db: Handle }, email: string): Promise<void> {
  const person = await findPersonByEmail(door.db, email)
  if (!person) return
  const entry = { action: 'user.sign_ins_failed', actor: { kind: 'visitor', permissions: [] } } as const
  await transaction({ db: door.db }, ({ db }) => recordForPerson({ ...door, db }, person.id, entry))
}
