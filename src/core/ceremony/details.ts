import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { refuseFaults } from '../errors.ts'
import {
  checkPerson,
  findUnprintableIn,
  normalizePerson,
  orderVerification,
  type Providers,
  readTypedPerson,
  savePerson,
} from '../verifications/index.ts'
import { type Ceremony, detailsToGive, requiredOf } from './ceremony.ts'
import type { SentForm } from './form.ts'
import { atStep } from './steps.ts'

/**
 * Stores the personal details of the signer and orders the verifications, in one transaction. The faults never contain
 * a value.
 * Throws `validation_failed`, `form_outdated`.
 */
export async function giveDetails(
  ctx: Context,
  providers: Providers,
  ceremony: Ceremony,
  form: SentForm,
  input: { typed: Record<string, string>; locale: string },
): Promise<void> {
  const required = detailsToGive(ceremony.version, ceremony.signer.role)
  const person = readTypedPerson(input.typed, input.locale)
  const prepare = () => {
    refuseFaults(findUnprintableIn(input.typed, required))
    const faults = checkPerson(normalizePerson(person), required, ctx.now)
    // The form has no prefix for the person, so the paths lose theirs.
    refuseFaults(faults.map(({ path: [, ...path], ...fault }) => ({ ...fault, path })))
  }
  await atStep(ctx, 'details', ceremony, form, prepare, async (inner, { signer, version, submission }) => {
    await savePerson(inner, signer.subject_id, person)
    for (const verification of requiredOf(version, signer.role)) {
      await orderVerification(inner, providers, {
        type: verification.type,
        tier: verification.tier,
        subjectId: signer.subject_id,
        metadata: submission.metadata,
        submissionId: submission.id,
        signerId: signer.id,
        agreementLinkId: submission.agreement_link_id,
      })
    }
    await inner.db
      .updateTable('signers')
      .set({ details_given_at: inner.now, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', signer.id)
      .execute()
    await recordAudit(inner, {
      action: 'signer.details_given',
      subject: { type: 'signer', id: signer.id },
      chain: signer.submission_id,
      person: signer.subject_id,
    })
  })
}
