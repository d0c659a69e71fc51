import type { Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import { sealMark } from '../submissions/index.ts'
import { sha256 } from '../vault.ts'
import type { Ceremony } from './ceremony.ts'
import type { SentForm } from './form.ts'
import { readMark, type SignatureInput } from './mark.ts'
import { endPart, type PartInput } from './part.ts'

/** The filled fields and the signature. */
export type SignInput = PartInput & { signature: SignatureInput }

/**
 * The signer fills in their fields and signs, in one step. Records `agreement.signed` in the trail and as an event. Throws
 * as endPart does.
 */
export function signAgreement(ctx: Context, ceremony: Ceremony, form: SentForm, input: SignInput): Promise<void> {
  return endPart(ctx, ceremony, form, input, {
    step: 'sign',
    action: 'agreement.signed',
    judge: () => readMark(input.signature),
    add: async (inner, signer, { method, bytes }) => ({
      columns: { signed_at: inner.now, signature_method: method, mark: await sealMark(inner, signer, bytes) },
      data: { method },
      personal: { markSha256: sha256(bytes).toString('hex') },
    }),
    announce: announceSigned,
  })
}

async function announceSigned(inner: Context, { signer, submission }: Ceremony): Promise<void> {
  await recordEvent(inner, 'agreement.signed', { type: 'signer', id: signer.id } as const, {
    submissionId: submission.id,
    agreementId: submission.agreement_id,
    agreementLinkId: submission.agreement_link_id,
    signerId: signer.id,
    metadata: submission.metadata,
  })
}
