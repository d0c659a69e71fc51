import type { Context } from '../context.ts'
import { type EventType, recordEvent } from '../events.ts'
import type { Id } from '../ids.ts'
import { forgetEntriesOf } from './entries.ts'

/**
 * Announces that a submission ended without all signatures; `signerId` is who brought it about, where a signer did. Why
 * is never in an event: people write it, often about people. What was entered and not signed goes. In the transaction of the end.
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
