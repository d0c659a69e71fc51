import type { Handle } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'

/** Throws `server_admin_required` unless the actor is the system or a server admin. */
export function requireServerAdmin({ actor }: Pick<Context, 'actor'>): void {
  if (actor.kind === 'system' || (actor.kind === 'user' && actor.isServerAdmin === true)) return
  throw new DomainError('forbidden', 'server_admin_required', say('server_admin_required'))
}

/** Makes a person a server admin. Runs on the system handle. */
export async function grantServerAdmin(db: Handle, userId: Id, now: Date): Promise<void> {
  await db
    .insertInto('server_admins')
    .values({ user_id: userId, granted_at: now, granted_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Removes a server admin. Runs on the system handle. */
export async function revokeServerAdmin(db: Handle, userId: Id): Promise<void> {
  await db.deleteFrom('server_admins').where('user_id', '=', userId).execute()
}

/** The server admins, in the order in which they were granted. Runs on the system handle. */
export async function listServerAdmins(
  db: Handle,
): Promise<{ id: Id; name: string; email: string; grantedAt: Date }[]> {
  return db
    .selectFrom('server_admins')
    .innerJoin('users', 'users.id', 'server_admins.user_id')
    .select(['users.id', 'users.name', 'users.email', 'server_admins.granted_at as grantedAt'])
    .orderBy('server_admins.granted_at')
    .execute()
}

/** The person of an address, in any case. Runs on the system handle. */
export async function findPersonByEmail(db: Handle, email: string): Promise<{ id: Id; name: string } | undefined> {
  return db
    .selectFrom('users')
    .select(['id', 'name'])
    .where((where) => where(where.fn('lower', ['email']), '=', email.trim().toLowerCase()))
    .executeTakeFirst()
}
