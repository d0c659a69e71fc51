import { timingSafeEqual } from 'node:crypto'
import { type Handle, lockUntilCommit, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { DomainError, refuseFaults, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { Vault } from '../vault.ts'
import { createOrganization } from './organizations.ts'
import { findPasswordFaults } from './password.ts'
import type { AtTheDoor } from './person-audit.ts'
import { recordForPerson } from './person-audit.ts'
import { grantServerAdmin } from './server-admins.ts'
import { createUser, type HashPassword } from './users.ts'

export const welcomeJob = 'account.welcome'

export type SetUp = { organizationName: string; slug: string; name: string; email: string; password: string }

/**
 * The secret of the link by which a server without any organization is set up. It comes from the master key, so whoever
 * runs the server can have it printed again, and it opens nothing once there is an organization.
 */
export function tokenOfSetUp(vault: Vault): string {
  return vault.mark('set-up', 'link').toString('base64url')
}

/** Whether the server still waits to be set up. Runs on the system handle. */
export async function waitsForSetUp(db: Handle): Promise<boolean> {
  return (await db.selectFrom('organizations').select('id').limit(1).executeTakeFirst()) === undefined
}

/** Looks whether a link opens the set-up; looking changes nothing. Throws `set_up_not_open`. */
export async function requireSetUp({ db, vault }: Pick<AtTheDoor, 'db' | 'vault'>, token: string): Promise<void> {
  const [given, right] = [Buffer.from(token), Buffer.from(tokenOfSetUp(vault))]
  const isRight = given.length === right.length && timingSafeEqual(given, right)
  if (!isRight || !(await waitsForSetUp(db)))
    throw new DomainError('not_found', 'set_up_not_open', say('set_up_not_open'))
}

/**
 * Makes the first organization and its admin, who runs the server from then on, and mails them. Of two at once one wins.
 * Throws `set_up_not_open`, `validation_failed`.
 */
export async function setUpServer(
  door: AtTheDoor,
  { token, ...input }: SetUp & { token: string },
  hashPassword: HashPassword,
): Promise<{ userId: Id }> {
  await requireSetUp(door, token)
  refuseFaults(findPasswordFaults(input.password))
  return transaction({ db: door.db }, async ({ db }) => {
    await lockUntilCommit(db, 'set-up')
    await requireSetUp({ ...door, db }, token)
    const { now } = door
    const { id: organizationId } = await createOrganization(db, { slug: input.slug, name: input.organizationName, now })
    const { name, email, password } = input
    const person = { name, email, password, role: 'admin', organizationId, now }
    const { id: userId } = await createUser(db, person, hashPassword)
    await grantServerAdmin(db, userId, now)
    await enqueueJob(db, welcomeJob, { userId })
    await recordForPerson({ ...door, db }, userId, { action: 'organization.set_up' })
    return { userId }
  })
}
