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

type SetUp = { organizationName: string; slug: string; name: string; email: string; password: string }

/**
 * The token of the set-up link. It is derived from the master key, so the server can print it again. It opens nothing
 * once an organization exists.
 */
export function tokenOfSetUp(vault: Vault): string {
  return vault.mark('set-up', 'link').toString('base64url')
}

/** Whether the server has no organization yet. Runs on the system handle. */
export async function waitsForSetUp(db: Handle): Promise<boolean> {
  return (await db.selectFrom('organizations').select('id').limit(1).executeTakeFirst()) === undefined
}

/** Throws `set_up_not_open` unless the token opens the set-up now. */
export async function requireSetUp({ db, vault }: Pick<AtTheDoor, 'db' | 'vault'>, token: string): Promise<void> {
  const [given, right] = [Buffer.from(token), Buffer.from(tokenOfSetUp(vault))]
  const isRight = given.length === right.length && timingSafeEqual(given, right)
  if (!isRight || !(await waitsForSetUp(db)))
    throw new DomainError('not_found', 'set_up_not_open', say('set_up_not_open'))
}

/**
 * Creates the first organization and its admin, who becomes a server admin and gets a welcome mail. Of two calls at
 * once, one succeeds.
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
