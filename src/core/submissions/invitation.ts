import { randomBytes } from 'node:crypto'
import { transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { type Fault, fault, notFound, refuseFaults } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { sha256 } from '../vault.ts'
import { beginSubmission } from './begin.ts'
import { requireOpen } from './link.ts'
import { findMetadataFaults, type Metadata, readMetadata } from './metadata.ts'
import { indexSigner, type Signer, sealSigner } from './signer.ts'
import { getSubmission, type Submission } from './submission.ts'

/**
 * Whom the sender names. Unless `mayChange` is true, the signer is this and nobody else. Their way in is given to the
 * sender, or mailed to them.
 */
export type NewSigner = { name?: string; email?: string; mayChange?: boolean; delivery?: 'link' | 'email' }

/** A submission that is made for somebody. */
export type NewSubmission = { agreementLinkId: Id; metadata?: Metadata; signer?: NewSigner }

/**
 * Makes a submission before anybody opens the link. The token is the signer's own way in, works once, and is in this
 * reply only. It is viewed, and announced, when the signer opens it. Throws `permission_missing`,
 * `agreement_link_not_found`, `agreement_link_inactive`, `agreement_link_expired`, `validation_failed`.
 */
export async function createSubmission(
  ctx: Context,
  input: NewSubmission,
): Promise<{ submission: Submission; token: string }> {
  requirePermission(ctx, 'submissions:write')
  refuseFaults(findSubmissionFaults(input))
  const parameters = readMetadata(input.metadata ?? {})
  return transaction(ctx, async (inner) => {
    const link = await inner.db
      .selectFrom('agreement_links')
      .selectAll()
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', input.agreementLinkId)
      .executeTakeFirst()
    if (!link) throw notFound('agreement_link')
    requireOpen(link, inner.now)
    const [signer] = await beginSubmission(inner, {
      link: { id: link.id, agreementId: link.agreement_id },
      parameters,
      source: 'organization',
    })
    if (!signer) throw new Error('A submission without a signer was begun.')
    const { submission_id: id } = signer
    await recordAudit(inner, {
      action: 'submission.created',
      subject: { type: 'submission', id },
      chain: id,
      person: signer.subject_id,
      personal: { metadata: parameters.metadata },
    })
    const token = await inviteSigner(inner, signer, input.signer ?? {})
    if (input.signer?.delivery === 'email') {
      const { organizationId } = inner
      await enqueueJob(inner.db, 'ceremony.mail_invitation', { organizationId, signerId: signer.id })
    }
    // Whoever may make a submission may see the one that was just made, also with a role that reads no others.
    return { submission: await getSubmission(forOwnRead(inner), id), token }
  })
}

/** Every fault of the members that are given. */
function findSubmissionFaults({ metadata = {}, signer = {} }: Partial<NewSubmission>): Fault[] {
  return [
    ...(signer.name ? checkText(['signer', 'name'], signer.name, { maxLength: 200, minLength: 1 }) : []),
    ...(signer.email ? checkEmail(['signer', 'email'], signer.email) : []),
    ...(signer.delivery === 'email' && !signer.email ? [fault(['signer', 'email'], 'required')] : []),
    ...findMetadataFaults(metadata),
  ]
}

/**
 * Names a signer, and makes an invitation for them. Those that were made before and not used work no more. Returns the
 * secret, of which only the hash is kept. In the transaction of the caller, who has shown that they may.
 */
export async function inviteSigner(ctx: Context, signer: Signer, whom: NewSigner): Promise<string> {
  await nameSigner(ctx, signer, whom)
  return renewInvitation(ctx, signer)
}

/** Makes an invitation for a signer as inviteSigner does, without naming them anew. */
export async function renewInvitation(ctx: Context, signer: Pick<Signer, 'id'>): Promise<string> {
  const { organizationId: organization_id, now: created_at } = ctx
  const token = randomBytes(32).toString('base64url')
  await ctx.db
    .updateTable('signer_invitations')
    .set({ used_at: ctx.now })
    .where('organization_id', '=', organization_id)
    .where('signer_id', '=', signer.id)
    .where('used_at', 'is', null)
    .execute()
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('signer_invitations')
    .values({ organization_id, id, signer_id: signer.id, token_hash: sha256(token), created_at, used_at: null })
    .execute()
  return token
}

/** Says who a signer is, as far as the sender or a proof says so. */
export async function nameSigner(ctx: Context, signer: Signer, whom: NewSigner): Promise<void> {
  const [name, email] = [whom.name?.trim() || null, whom.email?.trim() || null]
  const told = { name, email, invited_name: name, invited_email: email }
  await ctx.db
    .updateTable('signers')
    .set({ personal: await sealSigner(ctx, signer, told), may_change: whom.mayChange ?? false, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', signer.id)
    .execute()
  await indexSigner(ctx, { id: signer.id, name, email })
}
