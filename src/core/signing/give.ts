import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { checkText } from '../text.ts'
import {
  checkPerson,
  giveConsent,
  normalizePerson,
  orderVerification,
  type Person,
  type Providers,
  savePerson,
} from '../verifications/index.ts'
import { type Ceremony, consentsToGive, detailsToGive, requiredOf } from './ceremony.ts'
import { atStep } from './steps.ts'

/**
 * The signer agrees to one text that a check asks for, by typing their name (FCRA, 15 U.S.C. 1681b(b)(2): disclosure
 * and authorization come before the report is ordered). Throws `validation_failed`.
 */
export async function giveSignerConsent(
  ctx: Context,
  ceremony: Ceremony,
  input: { kind: string; typedName: string; agreed: boolean; locale: string },
): Promise<void> {
  const typedName = input.typedName.trim()
  const faults = checkText(['typed_name'], typedName, { maxLength: 200, minLength: 1 })
  if (!input.agreed) faults.push({ path: ['agreed'], rule: 'accepted', message: 'Tick the box to go on.' })
  if (!consentsToGive(ceremony.version, ceremony.signer.role).some((kind) => kind === input.kind)) {
    faults.push({
      path: ['kind'],
      rule: 'known',
      message: 'This agreement does not ask for that consent.',
      value: input.kind,
    })
  }
  if (faults.length > 0) throw invalid(faults)
  await atStep(ctx, ceremony, 'consent', async (inner, { signer }) => {
    await giveConsent(inner, {
      kind: input.kind,
      subjectId: signer.subject_id,
      submissionId: signer.submission_id,
      signerId: signer.id,
      locale: input.locale,
      typedName,
      ipAddress: inner.origin?.ipAddress ?? null,
      userAgent: inner.origin?.userAgent ?? null,
    })
  })
}

/**
 * The signer enters what the checks need, and the checks are ordered in the same transaction. Throws
 * `validation_failed` with every fault, never with a value.
 */
export async function giveDetails(
  ctx: Context,
  providers: Providers,
  ceremony: Ceremony,
  input: Person,
): Promise<void> {
  const required = detailsToGive(ceremony.version, ceremony.signer.role)
  const faults = checkPerson(normalizePerson(input), required, ctx.now)
  if (faults.length > 0) throw invalid(faults)
  await atStep(ctx, ceremony, 'details', async (inner, { signer, version, submission }) => {
    await savePerson(inner, signer.subject_id, input)
    for (const check of requiredOf(version, signer.role)) {
      await orderVerification(inner, providers, {
        type: check.type,
        tier: check.tier,
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
    })
  })
}
