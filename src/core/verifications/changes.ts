import { recordAudit } from '../audit/index.ts'
import { type Context, nameActor } from '../context.ts'
import { recordEvent } from '../events.ts'
import { simulatedMark, toVerification, type Verification, type VerificationRow } from './verification.ts'

/** Records an event with the present state of a verification: ids, states and the organization's metadata. */
export async function announce(ctx: Context, row: VerificationRow): Promise<void> {
  const { id, type, subtype, tier, status, result, subStatus, isScan, submissionId, agreementLinkId, metadata } =
    toVerification(row)
  const data = {
    verificationId: id,
    type,
    subtype,
    tier,
    isScan,
    status,
    result,
    subStatus,
    submissionId,
    agreementLinkId,
    metadata,
    ...simulatedMark(row),
  }
  await recordEvent(ctx, 'verification', { type: 'verification', id }, data)
}

/** Records an act on a verification in the trail of its submission, if it has one. */
export async function audit(
  ctx: Context,
  verification: Pick<Verification, 'id' | 'submissionId' | 'subjectId'>,
  action: 'ordered' | 'changed' | 'cancelled' | 'claimed' | 'released' | 'decided' | 'deleted',
  data: Record<string, unknown>,
  personal: Record<string, unknown> = {},
): Promise<void> {
  await recordAudit(ctx, {
    action: `verification.${action}`,
    subject: { type: 'verification', id: verification.id },
    ...(verification.submissionId && { chain: verification.submissionId }),
    data,
    person: verification.subjectId,
    personal,
  })
}

/** The actor as JSON, for a column beside a time. */
export function describeActor(ctx: Context): string {
  return JSON.stringify(nameActor(ctx.actor))
}
