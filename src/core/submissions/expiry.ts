import { type Handle, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { cancelOfSubmission } from '../verifications/index.ts'
import { announceEnd } from './announce-end.ts'
import { lockSubmission } from './lock.ts'
import { getSubmission } from './submission.ts'
import { tellOfEnd } from './tell-end.ts'

const batch = 500

/**
 * Submissions of all organizations that are unsigned past their time, at most one batch. Runs on the system handle.
 */
export async function listOverdue(db: Handle, now: Date): Promise<{ organizationId: Id; id: Id }[]> {
  const rows = await db
    .selectFrom('submissions as submission')
    .select(['submission.organization_id as organizationId', 'submission.id'])
    .where('submission.expires_at', '<=', now)
    .where('submission.completed_at', 'is', null)
    .where('submission.declined_at', 'is', null)
    .where('submission.voided_at', 'is', null)
    .where('submission.expired_at', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('signers as signer')
          .select('signer.id')
          .whereRef('signer.organization_id', '=', 'submission.organization_id')
          .whereRef('signer.submission_id', '=', 'submission.id')
          .where('signer.is_awaited', '=', true),
      ),
    )
    .orderBy('submission.expires_at')
    .limit(batch)
    .execute()
  return rows
}

/**
 * Expires a submission that was not signed in time, and cancels its verifications. Leaves a submission alone that has
 * ended or has time left.
 */
export async function expireSubmission(ctx: Context, id: Id): Promise<void> {
  await transaction(ctx, async (inner) => {
    const { expires_at } = await lockSubmission(inner, id)
    const { status } = await getSubmission(inner, id)
    if (expires_at > inner.now || (status !== 'created' && status !== 'viewed')) return
    await inner.db
      .updateTable('submissions')
      .set({ expired_at: inner.now, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await cancelOfSubmission(inner, id, 'submission_expired')
    await recordAudit(inner, { action: 'submission.expired', subject: { type: 'submission', id }, chain: id })
    await announceEnd(inner, 'agreement.expired', id)
    await tellOfEnd(inner, id)
  })
}
