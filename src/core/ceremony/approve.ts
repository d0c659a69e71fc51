import { recordAudit } from '../audit/index.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Context } from '../context.ts'
import { refuseFaults } from '../errors.ts'
import { forgetEntries, forgetSignerFiles, moveOn, saveFieldValues } from '../submissions/index.ts'
import { sha256 } from '../vault.ts'
import type { Ceremony } from './ceremony.ts'
import { checkLength, filesOf, fixedOf, readFilled } from './fill-in.ts'
import type { SentForm } from './form.ts'
import { refreshSessions } from './session.ts'
import type { SignInput } from './sign.ts'
import { atStep } from './steps.ts'

/**
 * The approver fills in what is theirs and agrees, without signing. Calls the next in the same transaction, or asks for the
 * finished PDF when nobody is waited for. A second click changes nothing. Throws `validation_failed`, `form_outdated`.
 */
export async function approveAgreement(
  ctx: Context,
  ceremony: Ceremony,
  form: SentForm,
  input: Omit<SignInput, 'signature'>,
): Promise<void> {
  const prepare = () => {
    const { values, faults } = readFilled(ceremony, input)
    refuseFaults(faults.length > 0 ? faults : checkLength(ceremony, values))
    return {
      filled: [...values].map(([field, value]) => [field.key, value] as const),
      fixed: fixedOf(ceremony, values),
      files: filesOf(ceremony, values),
    }
  }
  await atStep(
    ctx,
    'approve',
    ceremony,
    form,
    prepare,
    async (inner, { signer, version, submission }, { filled, fixed, files }) => {
      const given = filled.filter(([, value]) => value !== '')
      await saveFieldValues(inner, signer, given)
      await inner.db
        .updateTable('signers')
        .set({
          approved_at: inner.now,
          ...(input.language && { language: input.language }),
          shown_sha256: version.source_sha256,
          updated_at: inner.now,
        })
        .where('organization_id', '=', inner.organizationId)
        .where('id', '=', signer.id)
        .execute()
      await recordAudit(inner, {
        action: 'agreement.approved',
        subject: { type: 'signer', id: signer.id },
        chain: submission.id,
        person: signer.subject_id,
        data: {
          agreementVersion: version.number,
          shownSha256: version.source_sha256.toString('hex'),
          fieldsSha256: sha256(canonicalJson(version.fields)).toString('hex'),
          ...(fixed.length > 0 && { fixed }),
        },
        personal: Object.fromEntries([
          ...filled.map(([key, value]) => [`fields.${key}`, value] as const),
          ...files.kept.map((file) => [`files.${file.field}`, file.sha256] as const),
        ]),
      })
      await forgetEntries(inner, [signer.id])
      await forgetSignerFiles(inner, [signer.id], files.dropped)
      await refreshSessions(inner, signer)
      await moveOn(inner, submission.id)
    },
  )
}
