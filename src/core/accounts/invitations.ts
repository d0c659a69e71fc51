import { sql } from 'kysely'
import { lockUntilCommit, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, fault, notFound, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { getInvitation, type Invitation } from './list-invitations.ts'
import { findMemberFaults } from './members.ts'
import { requireGrantableRole, requireRoleName } from './roles.ts'
import { newInvitationToken } from './secrets.ts'

export const inviteJob = 'account.invite'

const lifetimeMs = 7 * 86_400_000
const perDay = 200
/** The limit of mails to one address within an hour. An invited person did not ask for mail. */
const perHourAndAddress = 3

/** The purpose for which the vault seals the token of an invitation. */
export function invitationPurpose(id: Id): string {
  return `invitation ${id}`
}

/**
 * Mails an invitation, which replaces an earlier one of the same address. The person becomes a member by accepting it.
 * It reads only this organization's members, so the reply reveals nothing about other organizations.
 * Throws `validation_failed`, `role_not_found`, `permission_not_held`, `already_member`, `rate_limited`.
 */
export async function inviteMember(
  ctx: Context,
  input: { name: string; email: string } & ({ roleId: Id } | { role: string }),
): Promise<Invitation> {
  requirePermission(ctx, 'users:write')
  refuseFaults(findMemberFaults(input))
  return transaction(ctx, async (inner) => {
    await lockUntilCommit(inner.db, `invitations ${inner.organizationId}`)
    const wanted = 'role' in input ? input.role : await requireRoleName(inner, input.roleId)
    const { name: role } = await requireGrantableRole(inner, wanted)
    const email = input.email.toLowerCase() // better-auth looks addresses up in lower case.
    await requireStranger(inner, email)
    await requireFewMails(inner, email)
    await endEarlier(inner, email)
    const id = newId(inner.now.getTime())
    const { secret, hash } = newInvitationToken()
    await inner.db
      .insertInto('invitations')
      .values({
        organization_id: inner.organizationId,
        id,
        name: input.name,
        email,
        role,
        token: inner.vault.seal(invitationPurpose(id), Buffer.from(secret)),
        token_hash: hash,
        inviter_id: inner.actor.kind === 'user' ? inner.actor.id : null,
        expires_at: new Date(inner.now.getTime() + lifetimeMs),
        created_at: inner.now,
        updated_at: inner.now,
      })
      .execute()
    await enqueueJob(inner.db, inviteJob, { organizationId: inner.organizationId, invitationId: id })
    await recordAudit(inner, { action: 'invitation.created', subject: { type: 'invitation', id }, data: { role } })
    return getInvitation(forOwnRead(inner), id)
  })
}

/**
 * Revokes an invitation that is pending or expired.
 * Throws `invitation_not_found`, `invitation_ended`, `permission_not_held`.
 */
export async function revokeInvitation(ctx: Context, id: Id): Promise<{ id: Id; revokedAt: Date }> {
  requirePermission(ctx, 'users:write')
  return transaction(ctx, async (inner) => {
    const row = await inner.db
      .selectFrom('invitations')
      .select(['role', 'revoked_at'])
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.revoked_at) throw notFound('invitation')
    if (row.role === null) throw new DomainError('conflict', 'invitation_ended', say('invitation_ended'))
    await endInvitation(inner, id, row.role)
    return { id, revokedAt: inner.now }
  })
}

async function endInvitation(ctx: Context, id: Id, role: string): Promise<void> {
  await requireGrantableRole(ctx, role)
  await ctx.db
    .updateTable('invitations')
    .set({
      role: null,
      revoked_at: ctx.now,
      revoked_by: ctx.actor.kind === 'user' ? ctx.actor.id : null,
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  await recordAudit(ctx, { action: 'invitation.revoked', subject: { type: 'invitation', id } })
}

async function endEarlier(ctx: Context, email: string): Promise<void> {
  const earlier = await ctx.db
    .selectFrom('invitations')
    .select(['id', 'role'])
    .where('organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`lower(email) = ${email}`)
    .where('role', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (earlier?.role) await endInvitation(ctx, earlier.id, earlier.role)
}

// Throws `already_member`. Reads only the members of this organization.
async function requireStranger(ctx: Context, email: string): Promise<void> {
  const member = await ctx.db
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .select('memberships.id')
    .where('memberships.organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`lower(users.email) = ${email}`)
    .executeTakeFirst()
  if (!member) return
  const faults = [fault(['email'], 'already_member', { email })]
  throw new DomainError('conflict', 'already_member', say('already_member', { email }), { faults })
}

async function requireFewMails(ctx: Context, email: string): Promise<void> {
  const since = (ms: number) => new Date(ctx.now.getTime() - ms)
  const sent = ctx.db.selectFrom('invitations').where('organization_id', '=', ctx.organizationId)
  const { total, here } = await sent
    .where('created_at', '>', since(86_400_000))
    .select(sql<number>`count(*)::int`.as('total'))
    .select(
      sql<number>`(count(*) filter (where lower(email) = ${email} and created_at > ${since(3_600_000)}))::int`.as(
        'here',
      ),
    )
    .executeTakeFirstOrThrow()
  if (here >= perHourAndAddress) throw tooMany(say('invited_too_often', { email, times: here }), 3_600)
  if (total >= perDay) throw tooMany(say('too_many_invitations', { most: perDay }), 86_400)
}

function tooMany(reason: ReturnType<typeof say>, retryAfterSeconds: number): DomainError {
  return new DomainError('limited', 'rate_limited', reason, { retryAfterSeconds })
}
