import { sql } from 'kysely'
import type { Handle } from '../../db/index.ts'
import { DomainError, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { findMemberFaults } from './members.ts'

export type HashPassword = (password: string) => Promise<string>

type NewUser = { name: string; email: string; role: string; password?: string; organizationId: Id; now: Date }

/**
 * Creates a new person and their membership. Only the server's operator calls this: a person with an account must
 * accept an invitation. Runs on the system handle, in the caller's transaction.
 * Throws `role_not_found`, `person_known`, `validation_failed`.
 */
export async function createUser(db: Handle, input: NewUser, hashPassword: HashPassword): Promise<{ id: Id }> {
  refuseFaults(findMemberFaults(input))
  const id = await insertUser(db, input)
  await addMembership(db, input, id)
  if (input.password) await insertPassword(db, id, await hashPassword(input.password), input.now)
  return { id }
}

/** Gives a person a password, unless they have one. Runs on the system handle. */
export async function insertPassword(db: Handle, userId: Id, hashed: string, now: Date): Promise<void> {
  await db
    .insertInto('sign_in_accounts')
    .values({
      id: newId(now.getTime()),
      user_id: userId,
      provider_id: 'credential',
      account_id: userId,
      password: hashed,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['provider_id', 'account_id']).doNothing())
    .execute()
}

async function insertUser(db: Handle, { name, email: given, now }: NewUser): Promise<Id> {
  const id = newId(now.getTime())
  const email = given.toLowerCase() // better-auth looks addresses up in lower case.
  const made = await db
    .insertInto('users')
    .values({ id, name, email, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  throw new DomainError('conflict', 'person_known', say('person_known', { email: given }))
}

async function addMembership(db: Handle, input: NewUser, userId: Id): Promise<void> {
  const role = await db
    .selectFrom('roles')
    .select('name')
    .where('organization_id', '=', input.organizationId)
    .where('name', '=', input.role)
    .executeTakeFirst()
  if (!role) throw new DomainError('not_found', 'role_not_found', say('role_missing', { role: input.role }))
  await db
    .insertInto('memberships')
    .values({
      organization_id: input.organizationId,
      id: newId(input.now.getTime()),
      user_id: userId,
      name: input.name,
      role: input.role,
      created_at: input.now,
      updated_at: input.now,
    })
    .execute()
}
