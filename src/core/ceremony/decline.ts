import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, invalid } from '../errors.ts'
import { sealSigner } from '../submissions/index.ts'
import { checkTyped, readTyped } from '../typed-text.ts'
import { cancelOfSubmission } from '../verifications/index.ts'
import type { Ceremony } from './ceremony.ts'
import { withCeremony } from './steps.ts'

/**
 * The signer does not want to sign. Ends the submission and calls its checks off; declining twice changes nothing. Throws `validation_failed`,
 * or `submission_completed` after the signature.
 */
export async function declineAgreement(ctx: Context, ceremony: Ceremony, typed: string): Promise<void> {
  const reason = readTyped(typed, { multiline: true })
  const faults = checkTyped(['reason'], reason, { maxLength: 500, required: false })
  if (faults.length > 0) throw invalid(faults)
  await withCeremony(ctx, ceremony, async (inner, { step, signer }) => {
    const { id, submission_id, subject_id } = signer
    if (step === 'closed') return
    if (step === 'done' || step === 'finishing')
      throw new DomainError('conflict', 'submission_completed', 'You have signed this agreement already.')
    await inner.db
      .updateTable('signers')
      .set({
        personal: await sealSigner(inner, signer, { decline_reason: reason || null }),
        declined_at: inner.now,
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await inner.db
      .updateTable('submissions')
      .set({ declined_at: inner.now, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', submission_id)
      .execute()
    await cancelOfSubmission(inner, submission_id, 'submission_declined')
    await recordAudit(inner, {
      action: 'agreement.declined',
      subject: { type: 'signer', id },
      chain: submission_id,
      person: subject_id,
      personal: { reason },
    })
  })
}
