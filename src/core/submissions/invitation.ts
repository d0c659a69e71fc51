import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { type Fault, notFound, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { beginSubmission } from './begin.ts'
import { requireOpen } from './link.ts'
import { findMetadataFaults, toMetadata } from './metadata.ts'
import { getSubmission, type Submission } from './submission.ts'

/** A submission that is made for somebody. Name and e-mail address are proposed to the signer, who may mend them. */
export type NewSubmission = {
  agreementLinkId: Id
  metadata?: Record<string, string>
  signer?: { name?: string; email?: string }
}

/**
 * Makes a submission before anybody opens the link. The token is the signer's own way in and is in this reply only. It
 * is viewed, and announced, when the signer opens it. Throws `permission_missing`, `agreement_link_not_found`,
 * `agreement_link_inactive`, `agreement_link_expired`, `validation_failed`.
 */
export async function createSubmission(
  ctx: Context,
  input: NewSubmission,
): Promise<{ submission: Submission; token: string }> {
  requirePermission(ctx, 'submissions:write')
  const { name, email } = input.signer ?? {}
  refuseFaults(findSubmissionFaults(input))
  const metadata = toMetadata(Object.entries(input.metadata ?? {}))
  return transaction(ctx, async (inner) => {
    const link = await inner.db
      .selectFrom('agreement_links')
      .selectAll()
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', input.agreementLinkId)
      .executeTakeFirst()
    if (!link) throw notFound('agreement_link')
    requireOpen(link, inner.now)
    const { signer, token } = await beginSubmission(inner, {
      link: { id: link.id, agreementId: link.agreement_id },
      metadata,
      name: name || null,
      email: email || null,
    })
    const id = signer.submission_id
    await recordAudit(inner, {
      action: 'submission.created',
      subject: { type: 'submission', id },
      chain: id,
      person: signer.subject_id,
      personal: { metadata },
    })
    return { submission: await readOwn(inner, id), token }
  })
}

/** Every fault of the members that are given. */
export function findSubmissionFaults({ metadata = {}, signer = {} }: Partial<NewSubmission>): Fault[] {
  return [
    ...(signer.name ? checkText(['signer', 'name'], signer.name, { maxLength: 200, minLength: 1 }) : []),
    ...(signer.email ? checkEmail(['signer', 'email'], signer.email) : []),
    ...findMetadataFaults(Object.entries(metadata)),
  ]
}

// Whoever may make a submission may see the one that was just made, also with a role that reads no others.
function readOwn(ctx: Context, id: Id): Promise<Submission> {
  return getSubmission(forOwnRead(ctx), id)
}
