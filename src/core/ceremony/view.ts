import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import type { Ceremony } from './ceremony.ts'

/**
 * Records that the signer has viewed the agreement, and announces `agreement.viewed`. Does nothing the second time.
 */
export async function recordView(ctx: Context, { signer, submission, version }: Ceremony): Promise<void> {
  if (signer.viewed_at) return
  const { organizationId, now } = ctx
  await ctx.db
    .updateTable('signers')
    .set({ viewed_at: now, updated_at: now })
    .where('organization_id', '=', organizationId)
    .where('id', '=', signer.id)
    .execute()
  await ctx.db
    .updateTable('submissions')
    .set((set) => ({ viewed_at: set.fn.coalesce('viewed_at', set.val(now)), updated_at: now }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', submission.id)
    .execute()
  const subject = { type: 'submission', id: submission.id } as const
  const about = {
    signerId: signer.id,
    agreementId: submission.agreement_id,
    agreementLinkId: submission.agreement_link_id,
  }
  const { metadata } = submission
  const shown = { agreementVersion: version.number, shownSha256: version.source_sha256.toString('hex') }
  await recordAudit(ctx, {
    action: 'agreement.viewed',
    subject,
    chain: submission.id,
    data: { ...about, ...shown },
    person: signer.subject_id,
    personal: { metadata },
  })
  await recordEvent(ctx, 'agreement.viewed', subject, { submissionId: submission.id, ...about, metadata })
}
