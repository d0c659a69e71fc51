import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { invalid } from '../errors.ts'
import { indexSigner, sealSigner } from '../submissions/index.ts'
import { checkTyped, readTyped, readTypedCode } from '../typed-text.ts'
import { giveConsent } from '../verifications/index.ts'
import type { Ceremony } from './ceremony.ts'
import { atStep } from './steps.ts'

export type Identity = { name: string; email: string; electronicRecords: boolean; locale: string }

/**
 * The signer says who they are and agrees to electronic records (ESIGN, 15 U.S.C. 7001(c)): both come before anything
 * else. Said again later, it changes nothing. Throws `validation_failed` with every fault.
 */
export async function identifySigner(ctx: Context, ceremony: Ceremony, input: Identity): Promise<void> {
  const name = readTyped(input.name)
  const email = readTypedCode(input.email)
  const faults = [
    ...checkTyped(['name'], name, { maxLength: 200 }),
    ...checkEmail(['email'], email),
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
