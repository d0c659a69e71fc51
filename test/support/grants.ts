import { sql } from 'kysely'
import {
  createApiKey,
  createRole,
  deleteRole,
  inviteMember,
  revokeApiKey,
  revokeInvitation,
  updateApiKey,
  updateRole,
  updateUser,
} from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import type { Id } from '../../src/core/ids.ts'
import { newId } from '../../src/core/ids.ts'
import { addMember } from './members.ts'

/** An object that grants permissions: the permissions, and its changeable state. */
export type Grant = { id: Id; permissions: string[]; told: string }

/** All objects of an organization that grant permissions: roles, keys, memberships, tokens. */
export async function readGrants(ctx: Context): Promise<Map<Id, Grant>> {
  const own = sql`organization_id = ${ctx.organizationId}`
  const { rows } = await sql<Grant>`
    with own_roles as materialized (select * from roles where ${own}), holders as materialized (
      select id, role, to_jsonb(api_keys) as told from api_keys where ${own}
      union all select id, role, to_jsonb(memberships) from memberships where ${own}
      union all select id, role, to_jsonb(invitations) from invitations where ${own}
      union all select c.id, m.role, to_jsonb(c) from (select * from api_credentials where ${own}) c
        join (select * from memberships where ${own}) m using (user_id)
    )
    select id, permissions, (to_jsonb(own_roles) - 'updated_at')::text as told from own_roles
    union all
    select h.id, r.permissions, (h.told - 'updated_at' - 'last_used_at')::text
    from holders h join own_roles r on r.name = h.role`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * The targets of the verbs: a role, and a key and a person with that role. It grants more or less than the actor has.
 */
type Targets = {
  roleId: Id
  role: string
  otherRoleId: Id
  otherRole: string
  keyId: Id
  userId: Id
  invitationId: Id
  invited: string
}

/** Makes targets whose role grants `granted`, and another role that grants `other`. */
export async function makeTargets(ctx: Context, granted: string[], other: string[]): Promise<Targets> {
  const [role, otherRole] = [newName(), newName()]
  const { id: roleId } = await createRole(ctx, { name: role, permissions: granted })
  const { id: otherRoleId } = await createRole(ctx, { name: otherRole, permissions: other })
  const bounds = { expiresAt: new Date(ctx.now.getTime() + 1), allowedAddresses: ['203.0.113.0/24'] }
  const { id: keyId } = await createApiKey(ctx, { name: 'Key', role, ...bounds })
  const { id: userId } = await addMember(ctx, { role })
  const invited = `${newName()}@acme.test`
  const { id: invitationId } = await inviteMember(ctx, { name: 'Sam', email: invited, roleId })
  return { roleId, role, otherRoleId, otherRole, keyId, userId, invitationId, invited }
}

const newName = () => `r${newId().replaceAll('-', '')}`

/** Every verb of accounts that changes permissions, by name, in each way of its use. */
export const grantingVerbs: [name: string, run: (ctx: Context, targets: Targets) => Promise<unknown>][] = [
  ['createRole', (ctx) => createRole(ctx, { name: newName(), permissions: ['audit:read', 'webhooks:write'] })],
  ['updateRole', (ctx, { roleId }) => updateRole(ctx, roleId, { name: newName() })],
  ['updateRole', (ctx, { roleId }) => updateRole(ctx, roleId, { permissions: [] })],
  ['updateRole', (ctx, { roleId }) => updateRole(ctx, roleId, { permissions: [...ctxPermissions(ctx)] })],
  ['updateRole', (ctx, { roleId }) => updateRole(ctx, roleId, { permissions: ['audit:read'] })],
  ['deleteRole', (ctx, { roleId }) => deleteRole(ctx, roleId)],
  ['deleteRole', (ctx, { otherRoleId }) => deleteRole(ctx, otherRoleId)],
  ['createApiKey', (ctx, { role }) => createApiKey(ctx, { name: 'New', role })],
  ['createApiKey', (ctx, { roleId }) => createApiKey(ctx, { name: 'New', roleId })],
  ['createApiKey', (ctx) => createApiKey(ctx, { name: 'New' })],
  ['updateApiKey', (ctx, { keyId }) => updateApiKey(ctx, keyId, { expiresAt: null, allowedAddresses: [] })],
  ['updateApiKey', (ctx, { keyId }) => updateApiKey(ctx, keyId, { name: 'Mine' })],
  ['updateApiKey', (ctx, { keyId }) => updateApiKey(ctx, keyId, { requestsPerMinute: 1 })],
  ['updateApiKey', (ctx, { keyId }) => updateApiKey(ctx, keyId, { apiVersion: '2.0' })],
  ['updateApiKey', (ctx, { keyId, otherRole }) => updateApiKey(ctx, keyId, { role: otherRole })],
  ['updateApiKey', (ctx, { keyId, otherRoleId }) => updateApiKey(ctx, keyId, { roleId: otherRoleId })],
  ['revokeApiKey', (ctx, { keyId }) => revokeApiKey(ctx, keyId)],
  ['inviteMember', (ctx, { roleId }) => inviteMember(ctx, { name: 'Bo', email: `${newName()}@acme.test`, roleId })],
  ['inviteMember', (ctx, { role }) => inviteMember(ctx, { name: 'Bo', email: `${newName()}@acme.test`, role })],
  ['inviteMember', (ctx, { invited, otherRole: role }) => inviteMember(ctx, { name: 'Bo', email: invited, role })],
  ['revokeInvitation', (ctx, { invitationId }) => revokeInvitation(ctx, invitationId)],
  ['updateUser', (ctx, { userId, otherRoleId }) => updateUser(ctx, userId, { roleId: otherRoleId })],
  ['updateUser', (ctx, { userId }) => updateUser(ctx, userId, { isActive: false })],
  ['updateUser', (ctx, { userId }) => updateUser(ctx, userId, { name: 'Another' })],
]

function ctxPermissions({ actor }: Context): readonly string[] {
  return actor.kind === 'system' ? [] : actor.permissions
}
