import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { type Fault, fault, refuseFaults } from '../errors.ts'
import { isSameName } from '../names.ts'
import { findNamedFaults, indexSigner, isSameAddress, type Signer, sealSigner, whomOf } from '../submissions/index.ts'
import { checkTyped, readTyped, readTypedCode } from '../typed-text.ts'
import { giveConsent } from '../verifications/index.ts'
import type { Ceremony } from './ceremony.ts'
import type { SentForm } from './form.ts'
import { takeAddress } from './once-per-email.ts'
import { atStep } from './steps.ts'
import { recordView } from './view.ts'

/** What a signer says about themselves. `locale` is the language of the consent text. */
export type Identity = { name: string; email: string; electronicRecords: boolean; locale: string }

/**
 * The signer gives name and address and consents to electronic records, before any other step (ESIGN, 15 U.S.C.
 * 7001(c)). Fixed values stay as the sender gave them.
 * Throws `validation_failed`, `form_outdated`.
 */
export async function identifySigner(ctx: Context, ceremony: Ceremony, form: SentForm, input: Identity): Promise<void> {
  const given = { name: readTyped(input.name), email: readTypedCode(input.email) }
  const prepare = () => {
    refuseFaults(findIdentityFaults(ceremony, { ...input, ...given }))
    return asInvited(ceremony.signer, given)
  }
  await atStep(ctx, 'identify', ceremony, form, prepare, async (inner, present, { name, email }) => {
    const { signer } = present
    // A signer who entered by a code before their turn has not viewed the agreement yet.
    await recordView(inner, present)
    await takeAddress(inner, present, email)
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
        language: input.locale,
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', signer.id)
      .execute()
    await indexSigner(inner, { id: signer.id, name, email })
    const { invited_name: invitedName, invited_email: invitedEmail } = signer
    await recordAudit(inner, {
      action: 'signer.identified',
      subject: { type: 'signer', id: signer.id },
      chain: signer.submission_id,
      person: signer.subject_id,
      personal: { name, email, ...(invitedName && { invitedName }), ...(invitedEmail && { invitedEmail }) },
    })
  })
}

function findIdentityFaults(
  { signer, signers, version }: Ceremony,
  { name, email, electronicRecords }: Identity,
): Fault[] {
  const faults = [...checkTyped(['name'], name, { maxLength: 200 }), ...checkEmail(['email'], email)]
  if (!electronicRecords) {
    faults.push(fault(['electronicRecords'], 'accepted_or_paper'))
  }
  if (faults.length > 0) return faults
  return [...findStrangeness(signer, { name, email }), ...findTwin(signer, signers, version, email)]
}

/** The fault of another signer's address, if an address must distinguish the signers. */
function findTwin(signer: Signer, signers: Signer[], version: Ceremony['version'], email: string): Fault[] {
  const checked = new Set(version.required_verifications.map(({ role }) => role))
  const named = signers
    .filter((other) => other.id !== signer.id && other.email)
    .map((other) => ({ path: ['other'], signer: other, whom: whomOf(other) }))
  const own = { path: [], signer, whom: { ...whomOf(signer), email } }
  const isTwin = findNamedFaults([...named, own], checked).some(
    ({ code, path }) => code === 'same_address' && path.length === 1,
  )
  return isTwin ? [fault(['email'], 'address_of_another', { value: email })] : []
}

/** The faults of a name or an address that differs from what the sender has fixed. */
function findStrangeness({ invited_name, invited_email, may_change, asks_code }: Signer, given: Given): Fault[] {
  const faults: Fault[] = []
  if (!may_change && invited_name && !isSameName(invited_name, given.name))
    faults.push(fault(['name'], 'invited', { as: invited_name, value: given.name }))
  // The code was mailed to this address, so it cannot change.
  if ((!may_change || asks_code) && invited_email && !isSameAddress(invited_email, given.email))
    faults.push(fault(['email'], 'invited', { as: invited_email, value: given.email }))
  return faults
}

type Given = { name: string; email: string }

/** Keeps the spelling of a name and an address that the sender has fixed. */
function asInvited({ invited_name, invited_email, may_change, asks_code }: Signer, given: Given): Given {
  return {
    name: (may_change ? null : invited_name) ?? given.name,
    email: (may_change && !asks_code ? null : invited_email) ?? given.email,
  }
}
