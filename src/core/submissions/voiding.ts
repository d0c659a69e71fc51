import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, refuseFaults, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { cancelOfSubmission } from '../verifications/index.ts'
import { announceEnd } from './announce-end.ts'
import { findVoidings, recordVoiding, type Voiding } from './list-voidings.ts'
import { lockSubmission } from './lock.ts'
import { getSubmission, type Submission } from './submission.ts'
import { tellOfEnd } from './tell-end.ts'

/**
 * Voids a submission that not everybody has signed, and cancels its verifications. A submission that has ended stays
 * unchanged; `voiding` is then null unless it was voided before.
 * Throws `submission_not_found`, or `submission_completed` when everybody has signed.
 */
export async function voidSubmission(
  ctx: Context,
  id: Id,
  reason: string | null,
): Promise<{ submission: Submission; voiding: Voiding | null }> {
  requirePermission(ctx, 'submissions:write')
  refuseFaults(findVoidingFaults({ reason }))
  return transaction(ctx, async (inner) => {
    await lockSubmission(inner, id)
    const { status } = await getSubmission(forOwnRead(inner), id)
    if (status === 'completed' || status === 'signed')
      throw new DomainError('conflict', 'submission_completed', say('submission_completed'))
    if (status === 'viewed' || status === 'created') {
      await markVoided(inner, id)
      await cancelOfSubmission(inner, id, 'submission_voided')
      await recordVoiding(inner, id, { reason })
      await announceEnd(inner, 'agreement.voided', id)
      await tellOfEnd(inner, id)
    }
    const submission = await getSubmission(forOwnRead(inner), id)
    const voidings = await findVoidings(inner, [{ id, voided_at: submission.voidedAt }])
    return { submission, voiding: voidings.get(id) ?? null }
  })
}

/**
 * Voids a submission of a person who is being erased, if it can still be signed. Runs in the caller's transaction,
 * which has locked the submission.
 */
export async function endForErasure(ctx: Context, id: Id): Promise<void> {
  const { status } = await getSubmission(forOwnRead(ctx), id)
  if (status !== 'viewed' && status !== 'created') return
  await markVoided(ctx, id)
  await recordVoiding(ctx, id, { reasonCode: 'subject_erased' })
  await announceEnd(ctx, 'agreement.voided', id)
  await tellOfEnd(ctx, id)
}

async function markVoided(ctx: Context, id: Id): Promise<void> {
  await ctx.db
    .updateTable('submissions')
    .set({ voided_at: ctx.now, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
}

function findVoidingFaults({ reason }: { reason?: string | null }): Fault[] {
  return checkText(['reason'], reason ?? '', { maxLength: 500 })
}

/** Voids a submission as voidSubmission does. Throws `submission_ended` when it has ended otherwise. */
export async function voidOpenSubmission(ctx: Context, id: Id, reason: string | null): Promise<Voiding> {
  const { submission, voiding } = await voidSubmission(ctx, id, reason)
  if (voiding) return voiding
  throw new DomainError('conflict', 'submission_ended', say('submission_ended', { status: submission.status }))
}
