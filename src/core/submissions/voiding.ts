import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, refuseFaults, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { cancelOfSubmission } from '../verifications/index.ts'
import { announceEnd } from './announce-end.ts'
import { lockSubmission } from './lock.ts'
import { findSigners } from './signer.ts'
import { getSubmission, type Submission } from './submission.ts'

/**
 * Calls a submission back before everybody has signed, opened or not, and the checks that were ordered for it. Doing so
 * twice, or after another end, changes nothing. Throws `submission_not_found`, or `submission_completed` when it is too late: what was signed by everybody stays.
 */
export async function voidSubmission(ctx: Context, id: Id, reason: string | null): Promise<Submission> {
  requirePermission(ctx, 'submissions:write')
  refuseFaults(findVoidingFaults({ reason }))
  return transaction(ctx, async (inner) => {
    await lockSubmission(inner, id)
    const known = await getSubmission(forOwnRead(inner), id)
    if (known.status === 'completed' || known.status === 'signed')
      throw new DomainError('conflict', 'submission_completed', say('submission_completed'))
    if (known.status !== 'viewed' && known.status !== 'created') return known
    await inner.db
      .updateTable('submissions')
      .set({
        voided_at: inner.now,
        voided_by: inner.actor.kind === 'user' ? inner.actor.id : null,
        void_reason: reason,
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await cancelOfSubmission(inner, id, 'submission_voided')
    await recordAudit(inner, {
      action: 'submission.voided',
      subject: { type: 'submission', id },
      chain: id,
      ...(reason !== null && { person: await findPerson(inner, id), personal: { reason } }),
    })
    await announceEnd(inner, 'agreement.voided', id)
    return getSubmission(forOwnRead(inner), id)
  })
}

/** Ends a submission of somebody who is being erased, if it can still be signed; in the caller's transaction, locked. */
export async function endForErasure(ctx: Context, id: Id): Promise<void> {
  const { status } = await getSubmission(forOwnRead(ctx), id)
  if (status !== 'viewed' && status !== 'created') return
  await ctx.db
    .updateTable('submissions')
    .set({ voided_at: ctx.now, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  const data = { reasonCode: 'subject_erased' }
  await recordAudit(ctx, { action: 'submission.voided', subject: { type: 'submission', id }, chain: id, data })
  await announceEnd(ctx, 'agreement.voided', id)
}

// Whom the reason speaks of, if of anybody.
async function findPerson(ctx: Context, submissionId: Id): Promise<Id> {
  const [signer] = await findSigners(ctx, submissionId)
  if (!signer) throw new Error(`Submission ${submissionId} has no signer.`)
  return signer.subject_id
}

/** Every fault of the reason to call a submission back. */
function findVoidingFaults({ reason }: { reason?: string | null }): Fault[] {
  return checkText(['reason'], reason ?? '', { maxLength: 500 })
}

/** Calls a submission back, or throws `submission_ended` when it has ended otherwise; see voidSubmission. */
export async function voidOpenSubmission(ctx: Context, id: Id, reason: string | null): Promise<Submission> {
  const submission = await voidSubmission(ctx, id, reason)
  if (submission.voidedAt) return submission
  throw new DomainError('conflict', 'submission_ended', say('submission_ended', { status: submission.status }))
}
