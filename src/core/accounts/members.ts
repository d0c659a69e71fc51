import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { DomainError, type Fault, notFound, refuseFaults, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { requireGrantableRole, requireRoleName } from './roles.ts'

/** A person as a member of this organization. `isActive` and `deactivatedAt` describe the membership. */
export type Member = {
  id: Id
  name: string
  email: string
  role: string
  roleId: Id
  isActive: boolean
  deactivatedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

// The name of a member. Until the person has confirmed their account, it is the name that this organization gave them.
const shownName = sql<string>`(case when "user".confirmed_at is null then coalesce(membership.name, "user".email) else "user".name end)`

export const memberList = defineList({
  name: 'user',
  permission: 'users:read',
  fields: {
    id: listField('id', 'user.id'),
    name: listField('text', shownName),
    email: listField('text', 'user.email'),
    roleId: listField('id', 'role.id'),
    isActive: listField('boolean', sql`(membership.deactivated_at is null)`),
    deactivatedAt: listField('time', 'membership.deactivated_at'),
    createdAt: listField('time', 'membership.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'membership.updated_at', { isNeverEmpty: true }),
  },
  rows: selectMembers,
  read: (_, rows) => rows.map(toMember),
})

/** Lists the members of the organization, deactivated ones included. */
export function listUsers(ctx: Context, request: ListRequest = {}): Promise<Page<Member>> {
  return listRows(ctx, memberList, request)
}

/**
 * Changes a member's role, name (until the person has confirmed their account) or membership; omitted members stay.
 * Throws `user_not_found`, `role_not_found`, `permission_not_held`, `last_admin`, `name_of_another`,
 * `validation_failed`.
 */
export async function updateUser(
  ctx: Context,
  id: Id,
  changes: { name?: string; roleId?: Id; isActive?: boolean },
): Promise<Member> {
  requirePermission(ctx, 'users:write')
  refuseFaults(findMemberFaults(changes))
  return transaction(ctx, async (inner) => {
    const { isConfirmed, ...known } = await holdMember(inner, id)
    await requireGrantableRole(inner, known.role)
    if (changes.name !== undefined && changes.name !== known.name) await rename(inner, id, changes.name, isConfirmed)
    const role =
      changes.roleId === undefined
        ? known.role
        : (await requireGrantableRole(inner, await requireRoleName(inner, changes.roleId))).name
    const isActive = changes.isActive ?? known.isActive
    await inner.db
      .updateTable('memberships')
      .set({ role, deactivated_at: isActive ? null : (known.deactivatedAt ?? inner.now), updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('user_id', '=', id)
      .execute()
    if (known.role === 'admin') await requireAdmin(inner)
    await recordAudit(inner, { action: 'user.updated', subject: { type: 'user', id }, data: { role, isActive } })
    return toMember(await findMember(inner, id))
  })
}

async function rename(ctx: Context, id: Id, name: string, isConfirmed: boolean): Promise<void> {
  const isOwn = ctx.actor.kind === 'user' && ctx.actor.id === id
  if (isConfirmed && !isOwn && ctx.actor.kind !== 'system') {
    throw new DomainError('forbidden', 'name_of_another', say('name_of_another'))
  }
  if (isConfirmed || isOwn) {
    const confirmed = isOwn && !isConfirmed ? { confirmed_at: ctx.now } : {}
    await ctx.db
      .updateTable('users')
      .set({ name, ...confirmed, updated_at: ctx.now })
      .where('id', '=', id)
      .execute()
  }
  await ctx.db
    .updateTable('memberships')
    .set({ name })
    .where('organization_id', '=', ctx.organizationId)
    .where('user_id', '=', id)
    .execute()
}

async function requireAdmin(ctx: Context): Promise<void> {
  const admin = await ctx.db
    .selectFrom('memberships')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('role', '=', 'admin')
    .where('deactivated_at', 'is', null)
    .executeTakeFirst()
  if (!admin) throw new DomainError('conflict', 'last_admin', say('last_admin'))
}

// Locks all memberships, so that two changes at once cannot remove the last two admins.
async function holdMember(ctx: Context, id: Id): Promise<Member & { isConfirmed: boolean }> {
  await ctx.db
    .selectFrom('memberships')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .forUpdate()
    .execute()
  const row = await findMember(ctx, id)
  return { ...toMember(row), isConfirmed: row.confirmed_at !== null }
}

async function findMember(ctx: Context, id: Id): Promise<Row> {
  const row = await selectMembers(ctx).where('user.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('user')
  return row
}

function selectMembers(ctx: Context) {
  return ctx.db
    .selectFrom('memberships as membership')
    .innerJoin('users as user', 'user.id', 'membership.user_id')
    .innerJoin('roles as role', (join) =>
      join.onRef('role.organization_id', '=', 'membership.organization_id').onRef('role.name', '=', 'membership.role'),
    )
    .select([
      'user.id',
      shownName.as('name'),
      'user.email',
      'user.confirmed_at',
      'membership.role',
      'role.id as role_id',
      'membership.deactivated_at',
      'membership.created_at',
      'membership.updated_at',
    ])
    .where('membership.organization_id', '=', ctx.organizationId)
}

type Row = {
  id: Id
  name: string
  email: string
  confirmed_at: Date | null
  role: string
  role_id: Id
  deactivated_at: Date | null
  created_at: Date
  updated_at: Date
}

function toMember(row: Row): Member {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    roleId: row.role_id,
    isActive: row.deactivated_at === null,
    deactivatedAt: row.deactivated_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function findMemberFaults(input: { name?: string; email?: string }): Fault[] {
  return [
    ...(input.name === undefined ? [] : checkText(['name'], input.name, { maxLength: 200, minLength: 1 })),
    ...(input.email === undefined ? [] : checkEmail(['email'], input.email)),
  ]
}
