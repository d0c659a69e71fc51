import type { Context } from '../context.ts'
import { DomainError, refuseFaults, say } from '../errors.ts'
import { announceEnd, recordDecline, sealSigner, tellOfEnd } from '../submissions/index.ts'
import { checkTyped, readTyped } from '../typed-text.ts'
import { cancelOfSubmission } from '../verifications/index.ts'
import type { Ceremony } from './ceremony.ts'
import { requireSameForm, type Shown } from './form.ts'
import { tooEarly, withCeremony } from './steps.ts'

/**
 * The signer declines, or the approver refuses, at any step before signing. The submission ends for everybody and its
 * verifications are cancelled. A second click changes nothing.
 * Throws `validation_failed`, `form_outdated`, or `submission_completed` after the signature.
 */
export async function declineAgreement(ctx: Context, ceremony: Ceremony, form: Shown, typed: string): Promise<void> {
  requireSameForm(ceremony, form)
  const reason = readTyped(typed, { multiline: true })
  refuseFaults(checkTyped(['reason'], reason, { maxLength: 500, required: false }))
  await withCeremony(ctx, ceremony, async (inner, { step, signer, submission }) => {
    if (step === 'closed') return
    if (step === 'waiting' && signer.is_awaited) throw tooEarly('your_turn')
    if (!signer.is_awaited) throw new DomainError('conflict', 'submission_completed', say('submission_signed'))
    await inner.db
      .updateTable('signers')
      .set({
        personal: await sealSigner(inner, signer, { decline_reason: reason || null }),
        declined_at: inner.now,
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', signer.id)
      .execute()
    await inner.db
      .updateTable('submissions')
      .set({ declined_at: inner.now, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', submission.id)
      .execute()
    await cancelOfSubmission(inner, submission.id, 'submission_declined')
    await recordDecline(inner, signer, reason)
    await announceEnd(inner, 'agreement.declined', submission.id, signer.id)
    await tellOfEnd(inner, submission.id, signer.id)
  })
}
