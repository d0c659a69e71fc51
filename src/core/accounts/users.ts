import type { Handle } from '../../db/index.ts'
import { DomainError, invalid } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { checkText } from '../text.ts'

export type HashPassword = (password: string) => Promise<string>

export type NewUser = { name: string; email: string; role: string; password?: string; organizationId: Id; now: Date }

/**
 * Creates a person, or takes the one who has this e-mail address, and makes them a member. A person who has a password
 * keeps it. Runs on the system handle, inside the caller's transaction. Throws `role_not_found`, `already_member`, or
 * `validation_failed`.
 */
export async function createUser(
  db: Handle,
  input: NewUser,
  hashPassword: HashPassword,
): Promise<{ id: Id; hasNewPassword: boolean }> {
  const faults = checkText(['name'], input.name, { maxLength: 200, minLength: 1 })
  if (!/^[^\s@]+@[^\s@]+$/.test(input.email)) {
    faults.push({ path: ['email'], rule: 'email', message: 'Give an e-mail address.', value: input.email })
  }
  if (faults.length > 0) throw invalid(faults)
  const id = await findOrInsertUser(db, input)
  await addMembership(db, input, id)
  if (!input.password) return { id, hasNewPassword: false }
  const added = await db
    .insertInto('sign_in_accounts')
    .values({
      id: newId(input.now.getTime()),
      user_id: id,
      provider_id: 'credential',
      account_id: id,
      password: await hashPassword(input.password),
      created_at: input.now,
      updated_at: input.now,
    })
    .onConflict((conflict) => conflict.columns(['provider_id', 'account_id']).doNothing())
    .executeTakeFirst()
  return { id, hasNewPassword: added.numInsertedOrUpdatedRows === 1n }
}

async function findOrInsertUser(db: Handle, input: NewUser): Promise<Id> {
  const known = await db
    .selectFrom('users')
    .select('id')
    .where((where) => where(where.fn('lower', ['email']), '=', input.email.toLowerCase()))
    .executeTakeFirst()
  if (known) return known.id
  const id = newId(input.now.getTime())
  const { name, now } = input
  const email = input.email.toLowerCase() // better-auth looks for an address in lower case only
  await db.insertInto('users').values({ id, name, email, created_at: now, updated_at: now }).execute()
  return id
}

async function addMembership(db: Handle, input: NewUser, userId: Id): Promise<void> {
  const role = await db
    .selectFrom('roles')
    .select('name')
    .where('organization_id', '=', input.organizationId)
    .where('name', '=', input.role)
    .executeTakeFirst()
  if (!role)
    throw new DomainError('not_found', 'role_not_found', `There is no role ${input.role} in this organization.`)
  const added = await db
    .insertInto('memberships')
    .values({
      organization_id: input.organizationId,
      id: newId(input.now.getTime()),
      user_id: userId,
      role: input.role,
      created_at: input.now,
      updated_at: input.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added)
    throw new DomainError('conflict', 'already_member', `${input.email} is a member of this organization already.`)
}
