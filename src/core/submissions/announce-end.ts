import type { Context } from '../context.ts'
import { type EventType, recordEvent } from '../events.ts'
import type { Id } from '../ids.ts'
import { forgetEntriesOf } from './entries.ts'

/**
 * Announces that a submission ended without all signatures, and deletes what signers entered without signing.
 * `signerId` names the signer who ended it. The event never holds the reason: a reason may hold personal data. Runs in
 * the transaction of the end.
 */
export async function announceEnd(ctx: Context, type: EventType, submissionId: Id, signerId?: Id): Promise<void> {
  await forgetEntriesOf(ctx, submissionId)
  const { metadata, ...of } = await ctx.db
    .selectFrom('submissions')
    .select(['agreement_id as agreementId', 'agreement_link_id as agreementLinkId', 'metadata'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow()
  const subject = signerId
    ? ({ type: 'signer', id: signerId } as const)
    : ({ type: 'submission', id: submissionId } as const)
  await recordEvent(ctx, type, subject, { submissionId, ...of, ...(signerId ? { signerId } : {}), metadata })
}
