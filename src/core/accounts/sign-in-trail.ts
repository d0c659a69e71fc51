import { type Handle, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Id } from '../ids.ts'
import { type AtTheDoor, recordForPerson } from './person-audit.ts'
import { findPersonByEmail } from './server-admins.ts'

export const failedSignInsJob = 'account.failed_sign_ins'

/** How a person has proven who they are. */
export type SignInMethod = 'password' | 'code' | 'backup_code' | 'passkey'

/** What people do about their way in that their organizations are to know. */
export type SignInAct =
  | { action: 'user.signed_in'; data: { method: SignInMethod } }
  | { action: 'user.signed_out' | 'user.two_factor_enabled' | 'user.two_factor_disabled' }
  | { action: 'user.passkey_added' | 'user.passkey_removed'; data: { name: string } }

/** Records what a person did about their way in. */
export async function noteSignInAct(door: AtTheDoor, userId: Id, act: SignInAct): Promise<void> {
  await transaction({ db: door.db }, ({ db }) => recordForPerson({ ...door, db }, userId, act))
}

/**
 * Has it recorded that many tries at an account failed in a row. Whether somebody has the account is looked up later, so
 * that whoever tries learns nothing from how long it takes.
 */
export async function noteFailedSignIns(door: AtTheDoor, email: string): Promise<void> {
  const payload = { email, at: door.now.toISOString() }
  await enqueueJob(door.db, failedSignInsJob, payload, { key: `failed sign-ins ${email.trim().toLowerCase()}` })
}

/** Records it, for an account that somebody has. */
export async function recordFailedSignIns(door: AtTheDoor & { db: Handle }, email: string): Promise<void> {
  const person = await findPersonByEmail(door.db, email)
  if (!person) return
  const entry = { action: 'user.sign_ins_failed', actor: { kind: 'visitor', permissions: [] } } as const
  await transaction({ db: door.db }, ({ db }) => recordForPerson({ ...door, db }, person.id, entry))
}
