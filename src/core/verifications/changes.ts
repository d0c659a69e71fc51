import { recordAudit } from '../audit/index.ts'
import { type Context, nameActor } from '../context.ts'
import { recordEvent } from '../events.ts'
import { simulatedMark, toVerification, type Verification, type VerificationRow } from './verification.ts'

/** Tells the organization's webhooks where a verification stands now: ids, states, and the metadata that is theirs. */
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

/** Writes down who did what to a verification; in the trail of its submission when it has one. */
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

/** Who acts, as stored beside a when. */
export function describeActor(ctx: Context): string {
  return JSON.stringify(nameActor(ctx.actor))
}
