import { transaction } from '../../db/index.ts'
import { type Field, type GivenValues, readGiven } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { DomainError, fault, refuseFaults, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import {
  findGivenFaults,
  findOpenSigner,
  findSignerFaults,
  getSubmission,
  isTurn,
  loadContents,
  type NewSigner,
  openEntries,
  type Signer,
  type SubmissionSigner,
} from '../submissions/index.ts'
import { checkTyped, readTyped, readTypedCode } from '../typed-text.ts'
import type { Ceremony } from './ceremony.ts'
import { requireSameForm, type Shown } from './form.ts'
import { handOver } from './hand-over.ts'
import { countLinkMails } from './link-mails.ts'
import { tooEarly } from './steps.ts'

/** The new person in a role. `token` is their invitation token; null when it goes by e-mail. */
export type Reassigned = { signer: SubmissionSigner; linkId: Id; token: string | null }

/**
 * Gives a role to another person, or corrects the person; omitted members stay. `fields` replace what the sender filled
 * in, by key; an empty value removes it. Invitations, sessions and entries of the earlier person end.
 * Throws `permission_missing`, `signer_not_found`, `submission_ended`, `signer_has_acted`, `validation_failed`.
 */
export async function reassignSigner(ctx: Context, signerId: Id, given: NewSigner): Promise<Reassigned> {
  requirePermission(ctx, 'submissions:write')
  // A person who gets a link and no code needs no address. An existing address stays.
  refuseFaults(findSignerFaults({ ...given, delivery: 'link', access: {} }))
  return transaction(ctx, async (inner) => {
    const { signer, signers, linkId } = await findOpenSigner(inner, signerId)
    const whom = {
      name: given.name ?? signer.name ?? '',
      email: given.email ?? signer.email ?? '',
      delivery: given.delivery ?? signer.delivery ?? 'email',
      mayChange: given.mayChange ?? signer.may_change,
      mayDelegate: given.mayDelegate ?? signer.may_delegate,
      access: { emailCode: given.access?.emailCode ?? signer.asks_code },
    }
    const { version } = await loadContents(inner, signer.submission_id)
    const path: string[] = []
    refuseFaults([
      ...findSignerFaults(whom),
      ...findGivenFaults([{ path, signer, whom: { fields: given.fields ?? {} } }], version.fields),
    ])
    const fields = await fillAnew(inner, signer, given.fields ?? {}, version.fields)
    const isUnchanged = isSame(signer, whom) && !fields
    const { token } = isUnchanged ? { token: null } : await handOver(inner, { signer, signers, whom, fields })
    const { signers: now } = await getSubmission(forOwnRead(inner), signer.submission_id)
    const found = now.find(({ id }) => id === signerId)
    if (!found) throw new Error('The reassigned signer was not found.')
    return { signer: found, linkId, token }
  })
}

/** The new values of the fields of a role. Null when the given values change nothing. */
async function fillAnew(
  ctx: Context,
  signer: Signer,
  given: GivenValues,
  known: readonly Field[],
): Promise<Record<string, string> | null> {
  const { sender } = await openEntries(ctx, signer)
  const { values } = readGiven(known, signer.role, given)
  const kept = Object.entries(sender).filter(([key]) => !Object.hasOwn(given, key))
  const fields = { ...Object.fromEntries(kept), ...values }
  const keys = Object.keys({ ...sender, ...fields })
  return keys.some((key) => sender[key] !== fields[key]) ? fields : null
}

function isSame(signer: Signer, whom: NewSigner): boolean {
  const { name, email, delivery, may_change, may_delegate, asks_code } = signer
  const now = [name ?? '', email ?? '', delivery, may_change, may_delegate, asks_code]
  const then = [whom.name, whom.email, whom.delivery, whom.mayChange, whom.mayDelegate, whom.access?.emailCode]
  return then.every((one, at) => one === now[at])
}

/** The person to whom a signer passes their role. */
type Delegate = { name: string; email: string }

/**
 * A signer with `mayDelegate` passes their role to another person, who gets a mail.
 * Throws `validation_failed`, `form_outdated`, `delegation_not_allowed`, `step_not_reached`, `too_many_mails`, and what
 * findOpenSigner throws.
 */
export async function delegateSigner(ctx: Context, ceremony: Ceremony, form: Shown, typed: Delegate): Promise<void> {
  requireSameForm(ceremony, form)
  const whom = { name: readTyped(typed.name), email: readTypedCode(typed.email), delivery: 'email' as const }
  const path = ['delegate']
  refuseFaults([
    ...checkTyped([...path, 'name'], whom.name, { maxLength: 200 }),
    ...(whom.email === '' ? [fault([...path, 'email'], 'required')] : checkEmail([...path, 'email'], whom.email)),
  ])
  await transaction(ctx, async (inner) => {
    const { signer, signers } = await findOpenSigner(inner, ceremony.signer.id)
    if (!signer.may_delegate) throw new DomainError('conflict', 'delegation_not_allowed', say('delegation_not_allowed'))
    if (!isTurn(signer, signers)) throw tooEarly('your_turn')
    await countLinkMails(inner, ceremony.submission.agreement_link_id, 1)
    await handOver(inner, { signer, signers, whom, path })
  })
}
