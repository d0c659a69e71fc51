import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { type Fault, invalid } from '../errors.ts'
import { indexSigner, sealSigner } from '../submissions/index.ts'
import { checkText } from '../text.ts'
import { giveConsent } from '../verifications/index.ts'
import type { Ceremony } from './ceremony.ts'
import { atStep } from './steps.ts'

export type Identity = { name: string; email: string; electronicRecords: boolean; locale: string }

/**
 * The signer says who they are and agrees to electronic records (ESIGN, 15 U.S.C. 7001(c)): both come before anything
 * else. Said again later, it changes nothing. Throws `validation_failed` with every fault.
 */
export async function identifySigner(ctx: Context, ceremony: Ceremony, input: Identity): Promise<void> {
  const name = input.name.trim()
  const email = input.email.trim()
  const faults = [
    ...checkText(['name'], name, { maxLength: 200, minLength: 1 }),
    ...checkEmail(email),
    ...(input.electronicRecords
      ? []
      : [
          {
            path: ['electronic_records'],
            rule: 'accepted',
            message: 'Tick the box to go on, or ask the sender for paper.',
          },
        ]),
  ]
  if (faults.length > 0) throw invalid(faults)
  await atStep(ctx, ceremony, 'identify', async (inner, { signer }) => {
    await giveConsent(inner, {
      kind: 'electronic_records',
      subjectId: signer.subject_id,
      submissionId: signer.submission_id,
      signerId: signer.id,
      locale: input.locale,
      typedName: name,
      ipAddress: inner.origin?.ipAddress ?? null,
      userAgent: inner.origin?.userAgent ?? null,
    })
    await inner.db
      .updateTable('signers')
      .set({
        personal: await sealSigner(inner, signer, { name, email }),
        identified_at: inner.now,
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', signer.id)
      .execute()
    await indexSigner(inner, { id: signer.id, name, email })
    await recordAudit(inner, {
      action: 'signer.identified',
      subject: { type: 'signer', id: signer.id },
      chain: signer.submission_id,
      person: signer.subject_id,
      personal: { name, email },
    })
  })
}

function checkEmail(email: string): Fault[] {
  const text = checkText(['email'], email, { maxLength: 254, minLength: 1 })
  if (text.length > 0 || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return text
  return [
    { path: ['email'], rule: 'email', message: 'Write an e-mail address such as name@example.com.', value: email },
  ]
}
