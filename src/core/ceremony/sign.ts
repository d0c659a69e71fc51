import { recordAudit } from '../audit/index.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { recordEvent } from '../events.ts'
import { forgetEntries, forgetSignerFiles, moveOn, saveFieldValues, sealMark } from '../submissions/index.ts'
import { sha256 } from '../vault.ts'
import type { Ceremony } from './ceremony.ts'
import { checkLength, type FilledForm, filesOf, fixedOf, readFilled } from './fill-in.ts'
import type { SentForm } from './form.ts'
import { readMark, type SignatureInput } from './mark.ts'
import { refreshSessions } from './session.ts'
import { atStep } from './steps.ts'

/** What the signer typed. `language` is the one that the page spoke to them; without it the one in which they said who they are stays. */
export type SignInput = FilledForm & { signature: SignatureInput; language?: string }

/**
 * The signer fills the fields and signs, in one step. Records `agreement.signed`, and in the
 * same transaction calls the next, or asks for the finished PDF when nobody is waited for. A second click changes nothing. Throws `validation_failed` with every
 * fault, `form_outdated`.
 */
export async function signAgreement(ctx: Context, ceremony: Ceremony, form: SentForm, input: SignInput): Promise<void> {
  const prepare = async () => {
    const { values, faults: found } = readFilled(ceremony, input)
    const mark = readMark(input.signature)
    const faults = [...found, ...(Array.isArray(mark) ? mark : [])]
    if (faults.length === 0) faults.push(...checkLength(ceremony, values))
    if (Array.isArray(mark) || faults.length > 0) throw invalid(faults)
    return { mark, values, fixed: fixedOf(ceremony, values), files: filesOf(ceremony, values) }
  }
  await atStep(ctx, 'sign', ceremony, form, prepare, async (inner, { signer, version, submission }, prepared) => {
    const { mark, values, fixed, files } = prepared
    const filled = [...values].map(([field, value]) => [field.key, value] as const)
    await saveFieldValues(
      inner,
      signer,
      filled.filter(([, value]) => value !== ''),
    )
    await inner.db
      .updateTable('signers')
      .set({
        signature_method: mark.method,
        mark: await sealMark(inner, signer, mark.bytes),
        signed_at: inner.now,
        ...(input.language && { language: input.language }),
        shown_sha256: version.source_sha256,
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', signer.id)
      .execute()
    const subject = { type: 'signer', id: signer.id } as const
    const shownSha256 = version.source_sha256.toString('hex')
    await recordAudit(inner, {
      action: 'agreement.signed',
      subject,
      chain: submission.id,
      person: signer.subject_id,
      data: {
        agreementVersion: version.number,
        shownSha256,
        fieldsSha256: sha256(canonicalJson(version.fields)).toString('hex'),
        method: mark.method,
        ...(fixed.length > 0 && { fixed }),
      },
      personal: {
        markSha256: sha256(mark.bytes).toString('hex'),
        ...Object.fromEntries(filled.map(([key, value]) => [`fields.${key}`, value])),
        ...Object.fromEntries(files.kept.map((file) => [`files.${file.field}`, file.sha256])),
      },
    })
    await recordEvent(inner, 'agreement.signed', subject, {
      submissionId: submission.id,
      agreementId: submission.agreement_id,
      agreementLinkId: submission.agreement_link_id,
      signerId: signer.id,
      metadata: submission.metadata,
    })
    await forgetEntries(inner, [signer.id])
    await forgetSignerFiles(inner, [signer.id], files.dropped)
    await refreshSessions(inner, signer)
    await moveOn(inner, submission.id)
  })
}
