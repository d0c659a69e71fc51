import type { Context } from '../context.ts'
import { type Fault, fault, refuseFaults } from '../errors.ts'
import { isNameOf } from '../names.ts'
import type { Signer } from '../submissions/index.ts'
import { checkTyped, readTyped } from '../typed-text.ts'
import { giveConsent } from '../verifications/index.ts'
import { type Ceremony, consentsToGive } from './ceremony.ts'
import type { SentForm } from './form.ts'
import { atStep } from './steps.ts'

export type ConsentInput = { kind: string; typedName: string; agreed: boolean; locale: string }

/**
 * The signer gives one consent that a verification requires, by typing their name. FCRA, 15 U.S.C. 1681b(b)(2):
 * disclosure and authorization come before the report is ordered.
 * Throws `validation_failed`, `form_outdated`.
 */
export async function giveSignerConsent(
  ctx: Context,
  ceremony: Ceremony,
  form: SentForm,
  input: ConsentInput,
): Promise<void> {
  const typedName = readTyped(input.typedName)
  const prepare = () => refuseFaults(findFaults(ceremony, { ...input, typedName }))
  await atStep(ctx, 'consent', ceremony, form, prepare, async (inner, { signer }) => {
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

function findFaults({ version, signer }: Ceremony, { kind, typedName, agreed }: ConsentInput): Fault[] {
  const faults = [...checkTyped(['typedName'], typedName, { maxLength: 200 }), ...findForeignName(signer, typedName)]
  if (!agreed) faults.push(fault(['agreed'], 'accepted'))
  if (!consentsToGive(version, signer.role).some((known) => known === kind)) {
    faults.push(fault(['kind'], 'consent_not_asked', { value: kind }))
  }
  return faults
}

function findForeignName({ name }: Signer, typed: string): Fault[] {
  if (typed === '' || !name || isNameOf(typed, name)) return []
  return [fault(['typedName'], 'own_name', { name, value: typed })]
}
