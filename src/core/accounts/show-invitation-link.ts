import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { requireFreshSignIn, requirePermission } from '../permissions.ts'
import { invitationPurpose } from './invitations.ts'
import { requireGrantableRole } from './roles.ts'
import { newInvitationToken } from './secrets.ts'
import { requireServerAdmin } from './server-admins.ts'

/**
 * Makes a new link of a pending invitation and ends the earlier one, for a server without mail. A holder of the link
 * can answer as the person, so the trail records who saw it.
 * Throws `sign_in_again`, `mails_are_sent`, `invitation_ended`, `invitation_expired`, and what inviting throws.
 */
export async function showInvitationLink(
  ctx: Context,
  id: Id,
  { sendsMail, base }: { sendsMail: boolean; base: string },
): Promise<{ invitationId: Id; url: string; shownAt: Date; expiresAt: Date }> {
  requireServerAdmin(ctx)
  requireFreshSignIn(ctx)
  requirePermission(ctx, 'users:write')
  if (sendsMail) throw new DomainError('conflict', 'mails_are_sent', say('mails_are_sent'))
  return transaction(ctx, async (inner) => {
    const expiresAt = await requireOpen(inner, id)
    const { secret, hash } = newInvitationToken()
    await inner.db
      .updateTable('invitations')
      .set({ token: inner.vault.seal(invitationPurpose(id), Buffer.from(secret)), token_hash: hash })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await recordAudit(inner, { action: 'invitation.link_shown', subject: { type: 'invitation', id } })
    return { invitationId: id, url: joinUrl(base, secret), shownAt: inner.now, expiresAt }
  })
}

/** The URL at which a person answers an invitation. */
export function joinUrl(base: string, secret: string): string {
  return `${base}/join?invitation=${secret}`
}

// Locks a pending invitation and returns when it expires.
async function requireOpen(ctx: Context, id: Id): Promise<Date> {
  const row = await ctx.db
    .selectFrom('invitations')
    .select(['role', 'revoked_at', 'expires_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.revoked_at) throw notFound('invitation')
  if (row.role === null) throw new DomainError('conflict', 'invitation_ended', say('invitation_ended'))
  if (row.expires_at <= ctx.now) throw new DomainError('conflict', 'invitation_expired', say('invitation_expired'))
  await requireGrantableRole(ctx, row.role)
  return row.expires_at
}
