import { transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, refuseFaults, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { lockSubject } from '../people/index.ts'
import { requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import type { VerificationType } from './catalogue.ts'
import { announce, audit, describeActor } from './changes.ts'
import { type Cancellation, readCancellation, recordCancellation } from './list-cancellations.ts'
import { awaitsReview } from './review.ts'
import { endWithoutResult, isClosed } from './state.ts'
import {
  kindOf,
  lockScans,
  lockVerification,
  selectVerifications,
  stateOf,
  toVerification,
  type Verification,
  type VerificationRow,
} from './verification.ts'

/**
 * Cancels an open verification, with a reason. Identity verifications and drug tests become `cancelled`, the others become `completed` without a
 * result. Scans are cancelled with their verification. Later reports of the provider are ignored.
 * Throws `verification_not_found`, `verification_closed`, `verification_is_scan`.
 */
export async function cancelVerification(
  ctx: Context,
  id: Id,
  input: { reason?: string } = {},
): Promise<{ verification: Verification; cancellation: Cancellation }> {
  requirePermission(ctx, 'verifications:write')
  refuseFaults(findCancellationFaults(input))
  return transaction(ctx, async (inner) => {
    const row = await lockVerification(inner, id)
    if (row.parent_id !== null) throw new DomainError('conflict', 'verification_is_scan', say('verification_is_scan'))
    if (isClosed(stateOf(row)))
      throw new DomainError('conflict', 'verification_closed', say('verification_closed', { status: row.status }))
    const verification = toVerification(await cancelRow(inner, row, 'request_withdrawn', input.reason))
    return { verification, cancellation: await readCancellation(inner, id) }
  })
}

function findCancellationFaults({ reason }: { reason?: string }): Fault[] {
  return checkText(['reason'], reason ?? '', { maxLength: 500, multiline: true })
}

/** Cancels the open verifications of a person that are of the concerned types. Runs in the caller's transaction. */
export async function cancelOpen(
  ctx: Context,
  subjectId: Id,
  isConcerned: (type: VerificationType) => boolean,
  reasonCode: string,
): Promise<void> {
  const rows = await selectVerifications(ctx)
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('parent_id', 'is', null)
    .where('status', 'in', ['started', 'in_progress'])
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) if (isConcerned(kindOf(row).type)) await cancelRow(ctx, row, reasonCode)
}

/**
 * Cancels the open verifications of a submission that has ended unsigned. One that waits for review stays, because the
 * provider has finished it. Runs in the caller's transaction. Call it before anything is audited, because it locks
 * people.
 */
export async function cancelOfSubmission(ctx: Context, submissionId: Id, reasonCode: string): Promise<void> {
  const open = selectVerifications(ctx)
    .where('submission_id', '=', submissionId)
    .where('parent_id', 'is', null)
    .where('status', 'in', ['started', 'in_progress'])
  const people = await open.select('subject_id').distinct().orderBy('subject_id').execute()
  for (const { subject_id } of people) await lockSubject(ctx, subject_id)
  const rows = await open.selectAll().orderBy('id').forUpdate().execute()
  for (const row of rows) if (!awaitsReview(row)) await cancelRow(ctx, row, reasonCode)
}

/** Closes an open, locked verification with its scans, and enqueues the job that tells the provider. */
async function cancelRow(
  ctx: Context,
  row: VerificationRow,
  reasonCode: string,
  reason?: string,
): Promise<VerificationRow> {
  const scans = await lockScans(ctx, row.id)
  const closed = await closeRow(ctx, row, { reasonCode, reason, outcome: 'cancelled' })
  for (const scan of scans)
    if (!isClosed(stateOf(scan))) await closeRow(ctx, scan, { reasonCode, reason, outcome: 'cancelled' })
  const payload = { organizationId: ctx.organizationId, verificationId: row.id }
  await enqueueJob(ctx.db, 'verification.cancel', payload, { key: `verification.cancel:${row.id}` })
  return closed
}

/** Closes a verification that the provider has refused, with its scans. */
export async function closeRefused(ctx: Context, row: VerificationRow, reasonCode: string): Promise<void> {
  const end = { reasonCode, reason: undefined, outcome: 'unable_to_complete' }
  const scans = await lockScans(ctx, row.id)
  for (const part of [row, ...scans]) await closeRow(ctx, part, end)
}

async function closeRow(
  ctx: Context,
  row: VerificationRow,
  end: { reasonCode: string; reason: string | undefined; outcome: string },
): Promise<VerificationRow> {
  const type: VerificationType = kindOf(row).type
  const next = endWithoutResult(type)
  const details = {
    ...row.details,
    outcome: end.outcome,
    waiting_on: null,
    reason_codes: [end.reasonCode],
    ...(end.reason && { reason: end.reason }),
  }
  const updated = await ctx.db
    .updateTable('verifications')
    .set({
      status: next.status,
      result: next.result,
      sub_status: next.subStatus,
      details: JSON.stringify(details),
      completed_at: next.status === 'completed' ? ctx.now : null,
      cancelled_at: ctx.now,
      cancelled_by: describeActor(ctx),
      last_status_at: ctx.now,
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordCancellation(ctx, row.id, end)
  await announce(ctx, updated)
  await audit(ctx, toVerification(updated), 'cancelled', { status: next.status, reasonCode: end.reasonCode })
  return updated
}
