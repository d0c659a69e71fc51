import type { Actor, Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { knownPermissions } from '../permissions.ts'

/**
 * A member as an actor, with the present permissions of their role, for work that continues without them. Null when the
 * person or the membership is deactivated or deleted.
 */
export async function findMemberActor(
  ctx: Pick<Context, 'db' | 'organizationId'>,
  userId: Id,
): Promise<Extract<Actor, { kind: 'user' }> | null> {
  const found = await ctx.db
    .selectFrom('memberships as membership')
    .innerJoin('users as user', 'user.id', 'membership.user_id')
    .innerJoin('roles as role', (join) =>
      join.onRef('role.organization_id', '=', 'membership.organization_id').onRef('role.name', '=', 'membership.role'),
    )
    .select(['membership.role', 'role.permissions'])
    .where('membership.organization_id', '=', ctx.organizationId)
    .where('membership.user_id', '=', userId)
    .where('membership.deactivated_at', 'is', null)
    .where('user.deactivated_at', 'is', null)
    .executeTakeFirst()
  if (!found) return null
  return { kind: 'user', id: userId, role: found.role, permissions: knownPermissions(found.permissions) }
}
