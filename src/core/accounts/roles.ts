import type { Selectable } from 'kysely'
import { lockUntilCommit, type Tables, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, fault, notFound, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { type Permission, permissions, requirePermission } from '../permissions.ts'
import { requireHeld } from './held.ts'

/** A named set of permissions. Every organization has the same built-in roles, and they cannot change. */
type Role = {
  id: Id
  name: string
  permissions: Permission[]
  isBuiltin: boolean
  createdAt: Date
  updatedAt: Date
}

export const roleList = defineList({
  name: 'role',
  permission: 'roles:read',
  fields: {
    id: listField('id', 'roles.id'),
    name: listField('text', 'roles.name'),
    permissions: listField('words', 'roles.permissions'),
    isBuiltin: listField('boolean', 'roles.is_builtin'),
    createdAt: listField('time', 'roles.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'roles.updated_at', { isNeverEmpty: true }),
  },
  rows: (ctx) => ctx.db.selectFrom('roles').selectAll().where('organization_id', '=', ctx.organizationId),
  read: (_, rows) => rows.map(toRole),
})

export function listRoles(ctx: Context, request: ListRequest = {}): Promise<Page<Role>> {
  return listRows(ctx, roleList, request)
}

/**
 * Creates a custom role.
 * Throws `validation_failed`, `role_name_taken`, and `permission_not_held` for a permission that the actor does not
 * hold.
 */
export async function createRole(ctx: Context, input: { name: string; permissions: string[] }): Promise<Role> {
  requirePermission(ctx, 'roles:write')
  refuseFaults(findRoleFaults(input))
  requireHeld(ctx, input.permissions)
  return transaction(ctx, async (inner) => {
    await lockNames(inner)
    const row = await inner.db
      .insertInto('roles')
      .values({
        organization_id: inner.organizationId,
        id: newId(inner.now.getTime()),
        name: input.name,
        permissions: [...new Set(input.permissions)],
        is_builtin: false,
        created_at: inner.now,
        updated_at: inner.now,
      })
      .onConflict((conflict) => conflict.columns(['organization_id', 'name']).doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!row) throw nameTaken(input.name)
    const data = { name: row.name, permissions: row.permissions }
    await recordAudit(inner, { action: 'role.created', subject: { type: 'role', id: row.id }, data })
    return toRole(row)
  })
}

/**
 * Changes the given members of a custom role. The actor must hold every permission that the role grants before and
 * after.
 * Throws what createRole throws, `role_not_found`, `role_builtin`.
 */
export async function updateRole(
  ctx: Context,
  id: Id,
  changes: { name?: string; permissions?: string[] },
): Promise<Role> {
  requirePermission(ctx, 'roles:write')
  refuseFaults(findRoleFaults(changes))
  requireHeld(ctx, changes.permissions ?? [])
  return transaction(ctx, async (inner) => {
    requireHeld(inner, (await requireOwnRole(inner, id)).permissions)
    await requireFreeName(inner, id, changes.name)
    const row = await inner.db
      .updateTable('roles')
      .set({ ...changes, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const data = { name: row.name, permissions: row.permissions }
    await recordAudit(inner, { action: 'role.updated', subject: { type: 'role', id }, data })
    return toRole(row)
  })
}

/**
 * Deletes a custom role that no member, key or invitation uses.
 * Throws `role_not_found`, `role_builtin`, `role_in_use`, `permission_not_held`.
 */
export async function deleteRole(ctx: Context, id: Id): Promise<void> {
  requirePermission(ctx, 'roles:write')
  await transaction(ctx, async (inner) => {
    const role = await requireOwnRole(inner, id)
    requireHeld(inner, role.permissions)
    const holder = await inner.db
      .selectFrom('memberships')
      .select('id')
      .where('organization_id', '=', inner.organizationId)
      .where('role', '=', role.name)
      .union(
        inner.db
          .selectFrom('api_keys')
          .select('id')
          .where('organization_id', '=', inner.organizationId)
          .where('role', '=', role.name),
      )
      .union(
        inner.db
          .selectFrom('invitations')
          .select('id')
          .where('organization_id', '=', inner.organizationId)
          .where('role', '=', role.name),
      )
      .limit(1)
      .executeTakeFirst()
    if (holder) throw new DomainError('conflict', 'role_in_use', say('role_in_use', { name: role.name }))
    await inner.db
      .deleteFrom('roles')
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await recordAudit(inner, { action: 'role.deleted', subject: { type: 'role', id }, data: { name: role.name } })
  })
}

/**
 * The role of a name, if the actor holds all its permissions. Locks it against deletion until the transaction ends.
 * Throws `role_not_found`, `permission_not_held`.
 */
export async function requireGrantableRole(ctx: Context, name: string): Promise<Role> {
  const row = await ctx.db
    .selectFrom('roles')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('name', '=', name)
    .forKeyShare()
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'role_not_found', say('role_missing', { role: name }))
  requireHeld(ctx, row.permissions)
  return toRole(row)
}

/** The name of a role. Throws `role_not_found`. */
export async function requireRoleName(ctx: Context, id: Id): Promise<string> {
  const row = await ctx.db
    .selectFrom('roles')
    .select('name')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('role')
  return row.name
}

async function requireOwnRole(ctx: Context, id: Id): Promise<Role> {
  const row = await ctx.db
    .selectFrom('roles')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('role')
  if (row.is_builtin) throw new DomainError('conflict', 'role_builtin', say('role_builtin', { name: row.name }))
  return toRole(row)
}

// Locks the role names of an organization, so that two transactions cannot take the same name.
async function lockNames(ctx: Context): Promise<void> {
  await lockUntilCommit(ctx.db, `roles ${ctx.organizationId}`)
}

async function requireFreeName(ctx: Context, id: Id, name: string | undefined): Promise<void> {
  if (name === undefined) return
  await lockNames(ctx)
  const other = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (other) throw nameTaken(name)
}

function nameTaken(name: string): DomainError {
  return new DomainError('conflict', 'role_name_taken', say('role_name_taken', { name }), {
    faults: [fault(['name'], 'unique_role', { name, value: name })],
  })
}

function findRoleFaults(input: { name?: string; permissions?: string[] }): Fault[] {
  const faults: Fault[] = []
  if (input.name !== undefined && !/^[a-z][a-z0-9-]{0,62}$/.test(input.name)) {
    faults.push(fault(['name'], 'role_name', { value: input.name }))
  }
  input.permissions?.forEach((word, index) => {
    if (permissions.some((known) => known === word)) return
    faults.push(fault(['permissions', String(index)], 'known_permission', { allowed: permissions, value: word }))
  })
  return faults
}

function toRole(row: Selectable<Tables['roles']>): Role {
  return {
    id: row.id,
    name: row.name,
    permissions: permissions.filter((permission) => row.permissions.includes(permission)),
    isBuiltin: row.is_builtin,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
