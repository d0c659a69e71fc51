import { createUser } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { type Id, newId } from '../../src/core/ids.ts'
import { transaction } from '../../src/db/index.ts'
import { database } from './organization.ts'

/** Makes a new person a member, as the operator does. */
export async function addMember(
  ctx: Pick<Context, 'organizationId' | 'now'>,
  over: { name?: string; email?: string; role?: string } = {},
): Promise<{ id: Id; email: string }> {
  const { organizationId, now } = ctx
  const person = { name: 'Bo', email: `${newId()}@example.com`, role: 'member', organizationId, now, ...over }
  const made = await transaction({ db: database.system }, ({ db }) => createUser(db, person, async () => ''))
  return { id: made.id, email: person.email }
}
