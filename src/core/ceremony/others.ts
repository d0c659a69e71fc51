import { findLinkSigners } from '../agreements/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { type Fault, fault, inside, refuseFaults } from '../errors.ts'
import {
  callNext,
  fillIn,
  findNamedFaults,
  isUnnamed,
  type Named,
  nameSigner,
  type Signer,
  termsOf,
  whomOf,
} from '../submissions/index.ts'
import { checkTyped, readTyped, readTypedCode } from '../typed-text.ts'
import type { Ceremony } from './ceremony.ts'
import type { SentForm } from './form.ts'
import { countLinkMails } from './link-mails.ts'
import { atStep } from './steps.ts'

/** The people whom the first signer names, by role. */
export type OthersInput = Record<string, { name: string; email: string }>

/** The signers who are not named yet. A copy among them may stay unnamed. */
export function listUnnamed({ signers }: Pick<Ceremony, 'signers'>): Signer[] {
  return signers.filter((signer) => isUnnamed(signer) || (signer.kind === 'copy' && signer.delivery === null))
}

/**
 * The first signer names the others. Each of them gets an invitation by mail when their turn comes.
 * Throws `validation_failed`, `form_outdated`, `too_many_mails`.
 */
export async function nameOthers(ctx: Context, ceremony: Ceremony, form: SentForm, input: OthersInput): Promise<void> {
  const prepare = () => {
    const named = listUnnamed(ceremony).map((signer) => readOne(signer, input))
    refuseFaults(named.flatMap(findFaults))
    const given = named.filter(({ whom }) => whom.email)
    const checked = new Set(ceremony.version.required_verifications.map(({ role }) => role))
    refuseFaults(findNamedFaults([...knownOf(ceremony), ...given], checked))
    return given
  }
  await atStep(ctx, 'others', ceremony, form, prepare, async (inner, { submission }, given) => {
    await countLinkMails(inner, submission.agreement_link_id, given.length)
    const defaults = await findLinkSigners(inner, submission.agreement_link_id)
    for (const { signer, whom } of given) {
      const terms = termsOf(signer, defaults)
      await nameSigner(inner, signer, { ...whom, ...terms })
      await fillIn(inner, signer, terms.fields, ceremony.version.fields)
      await recordAudit(inner, {
        action: 'signer.named',
        subject: { type: 'signer', id: signer.id },
        chain: submission.id,
        person: signer.subject_id,
        personal: { name: whom.name ?? '', email: whom.email ?? '' },
      })
    }
    await callNext(inner, submission.id)
  })
}

type NamedSigner = Named & { signer: Signer }

function readOne(signer: Signer, input: OthersInput): NamedSigner {
  const { name = '', email = '' } = Object.hasOwn(input, signer.role) ? (input[signer.role] ?? {}) : {}
  const whom = { name: readTyped(name), email: readTypedCode(email), delivery: 'email' as const }
  return { path: ['others', signer.role], signer, whom }
}

function findFaults({ path, signer, whom: { name = '', email = '' } }: NamedSigner): Fault[] {
  const isLeft = signer.kind === 'copy' && name === '' && email === ''
  if (isLeft) return []
  const address = email === '' ? [fault(['email'], 'required')] : checkEmail(['email'], email)
  return inside([...path], [...checkTyped(['name'], name, { maxLength: 200 }), ...address])
}

/** The signers with an address, so that nobody else is named with it. */
function knownOf({ signers }: Ceremony): Named[] {
  return signers.flatMap((signer) => (signer.email ? [{ path: [], signer, whom: whomOf(signer) }] : []))
}
