import type { Actor, Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { knownPermissions } from '../permissions.ts'

/** An API key as an actor, with the present permissions of its role. Null when it is revoked, expired or deleted. */
export async function findKeyActor(
  { db, organizationId, now }: Pick<Context, 'db' | 'organizationId' | 'now'>,
  id: Id,
): Promise<Extract<Actor, { kind: 'api_key' }> | null> {
  const found = await db
    .selectFrom('api_keys as key')
    .innerJoin('roles as role', (join) =>
      join.onRef('role.organization_id', '=', 'key.organization_id').onRef('role.name', '=', 'key.role'),
    )
    .select(['key.role', 'key.api_version', 'role.permissions'])
    .where('key.organization_id', '=', organizationId)
    .where('key.id', '=', id)
    .where('key.revoked_at', 'is', null)
    .where((where) => where.or([where('key.expires_at', 'is', null), where('key.expires_at', '>', now)]))
    .executeTakeFirst()
  if (!found) return null
  const { role, api_version: apiVersion, permissions } = found
  return { kind: 'api_key', id, role, permissions: knownPermissions(permissions), apiVersion }
}
