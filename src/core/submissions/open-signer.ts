import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead } from '../permissions.ts'
import { lockSubmission } from './lock.ts'
import { findSigners, hasActed, type Signer } from './signer.ts'
import { getSubmission } from './submission.ts'

type OpenSigner = { signer: Signer; signers: Signer[]; linkId: Id }

/**
 * A signer who has still to act, with all signers of the submission. Locks the submission until the transaction ends.
 * Throws `signer_not_found`, `submission_ended`, `signer_has_acted`.
 */
export async function findOpenSigner(ctx: Context, signerId: Id): Promise<OpenSigner> {
  const found = await ctx.db
    .selectFrom('signers')
    .select('submission_id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', signerId)
    .executeTakeFirst()
  if (!found) throw notFound('signer')
  const { expires_at, agreement_link_id: linkId } = await lockSubmission(ctx, found.submission_id)
  const { status } = await getSubmission(forOwnRead(ctx), found.submission_id)
  const isOpen = status === 'created' || status === 'viewed'
  if (!isOpen || expires_at <= ctx.now) {
    const words = say('submission_ended', { status: isOpen ? 'expired' : status })
    throw new DomainError('conflict', 'submission_ended', words)
  }
  const signers = await findSigners(ctx, found.submission_id)
  const signer = signers.find(({ id }) => id === signerId)
  if (!signer) throw notFound('signer')
  if (hasActed(signer)) throw new DomainError('conflict', 'signer_has_acted', say('signer_has_acted'))
  return { signer, signers, linkId }
}
