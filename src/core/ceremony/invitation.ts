import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { sha256 } from '../vault.ts'

/** An invitation of one signer. It works once. */
export type Invitation = { id: Id; signerId: Id; usedAt: Date | null }

/** The invitation of a token on a link. Throws `invitation_not_found`. */
export async function findInvitation(ctx: Context, linkId: Id, secret: string): Promise<Invitation> {
  const row = await ctx.db
    .selectFrom('signer_invitations as invitation')
    .innerJoin('signers as signer', (join) =>
      join
        .onRef('signer.organization_id', '=', 'invitation.organization_id')
        .onRef('signer.id', '=', 'invitation.signer_id'),
    )
    .innerJoin('submissions as submission', (join) =>
      join
        .onRef('submission.organization_id', '=', 'signer.organization_id')
        .onRef('submission.id', '=', 'signer.submission_id'),
    )
    .select(['invitation.id', 'invitation.signer_id', 'invitation.used_at'])
    .where('invitation.organization_id', '=', ctx.organizationId)
    .where('invitation.token_hash', '=', sha256(secret))
    .where('submission.agreement_link_id', '=', linkId)
    .executeTakeFirst()
  if (!row) throw notFound('invitation')
  return { id: row.id, signerId: row.signer_id, usedAt: row.used_at }
}

/** Marks an invitation as used. Returns false when it was used before. */
export async function useInvitation(ctx: Context, id: Id): Promise<boolean> {
  const used = await ctx.db
    .updateTable('signer_invitations')
    .set({ used_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}
