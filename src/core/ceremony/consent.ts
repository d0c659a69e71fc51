import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { checkTyped, readTyped } from '../typed-text.ts'
import { giveConsent } from '../verifications/index.ts'
import { type Ceremony, consentsToGive } from './ceremony.ts'
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
  const typedName = readTyped(input.typedName)
  const faults = checkTyped(['typed_name'], typedName, { maxLength: 200 })
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
