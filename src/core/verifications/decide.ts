import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, refuseFaults, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { announce, audit } from './changes.ts'
import { endClaim, refuseClaimed } from './claims.ts'
import { type MadeDecision, recordDecision, withDecisions } from './list-decisions.ts'
import { awaitsReview } from './review.ts'
import { lockScans, lockVerification, toVerification, type Verification, type VerificationRow } from './verification.ts'

export type Decision = { result: 'verified' | 'rejected'; reason?: string }

/**
 * Records a person's decision on the provider's findings (reference, section 4: a hit decides nothing by itself). Only
 * a newer report reopens it.
 * Throws `verification_not_found`, `review_not_needed`, `review_claimed`, `validation_failed`.
 */
export async function decideVerification(
  ctx: Context,
  id: Id,
  decision: Decision,
): Promise<{ verification: Verification; decision: MadeDecision }> {
  requirePermission(ctx, 'verifications:write')
  refuseFaults(findDecisionFaults(decision))
  return transaction(ctx, async (inner) => {
    const row = await lockVerification(inner, id)
    if (row.parent_id !== null || !awaitsReview(row))
      throw new DomainError('conflict', 'review_not_needed', say('review_not_needed'))
    await refuseClaimed(inner, id)
    const scans = await lockScans(inner, id)
    const decided = await decideRow(inner, row, decision)
    for (const scan of scans) if (awaitsReview(scan)) await decideRow(inner, scan, decision)
    await endClaim(inner, id)
    const made = await recordDecision(inner, id, decision)
    const [verification = toVerification(decided)] = await withDecisions(inner, [toVerification(decided)])
    return { verification, decision: made }
  })
}

function findDecisionFaults({ reason }: Partial<Decision>): Fault[] {
  return checkText(['reason'], reason ?? '', { maxLength: 500, multiline: true })
}

async function decideRow(ctx: Context, row: VerificationRow, { result, reason }: Decision): Promise<VerificationRow> {
  const updated = await ctx.db
    .updateTable('verifications')
    .set({
      status: 'completed',
      result,
      sub_status: null,
      details: JSON.stringify({ ...row.details, outcome: result, waiting_on: null, review: { state: 'decided' } }),
      completed_at: ctx.now,
      last_status_at: ctx.now,
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await announce(ctx, updated)
  await audit(ctx, toVerification(updated), 'decided', { result }, reason ? { reason } : {})
  return updated
}
