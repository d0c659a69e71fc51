import { lockUntilCommit, transaction } from '../../db/index.ts'
import { findLinkSigners } from '../agreements/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { beginSubmission, callNext, nameFromDefaults, nameSigner, type ReadParameters } from '../submissions/index.ts'
import { asSigner, type Ceremony, loadCeremony } from './ceremony.ts'
import { hashOfVersion, outdated } from './form.ts'
import { findInvitation, useInvitation } from './invitation.ts'
import { findOwnSigner, takeAddress } from './once-per-email.ts'
import { type Proof, startSession } from './session.ts'
import { tooEarly } from './steps.ts'
import { recordView } from './view.ts'

/** A second click on a page finds the submission of the first click for this long. */
const secondClickMs = 10 * 60_000

/**
 * A click on a page. `page` is the hash of a secret of this browser and page; `version` is the hash of the shown
 * version.
 */
type Opening = { page: Buffer; version: string }

/**
 * Begins a submission for the visitor of a link, and returns the proof of the first signer. `email` is an address that
 * the visitor has proved. If each address gets one submission, the visitor gets their earlier one.
 * Throws `form_outdated` when the shown version is not the newest, `agreement_link_not_found` when the link is deleted.
 */
export function openAgreement(
  ctx: Context,
  link: { id: Id; agreementId: Id },
  opening: Opening & { parameters: ReadParameters; email?: string | null },
): Promise<Proof> {
  const { parameters, email } = opening
  return openOnce(ctx, opening, async (inner) => {
    const own = email ? await findOwnSigner(inner, link.id, email) : null
    if (own) return { signerId: own, isOld: true }
    const begun = await beginSubmission(inner, { link, parameters, source: 'link' })
    const [signer] = begun.signers
    const { id, submission_id: chain, subject_id: person } = signer
    if (email) {
      await nameSigner(inner, signer, { email })
      await takeAddress(inner, { submission: { id: chain, agreement_link_id: link.id }, signer }, email)
    }
    const subject = { type: 'submission', id: chain } as const
    const { metadata } = parameters
    await recordAudit(inner, { action: 'submission.created', subject, chain, person, personal: { metadata } })
    if (begun.signers.length === 1) return { signerId: id }
    const defaults = await findLinkSigners(inner, link.id)
    await nameFromDefaults(inner, { ...begun, defaults, metadata, named: [] })
    await callNext(inner, chain)
    return { signerId: id }
  })
}

/**
 * Uses an invitation and makes this browser the signer's. Records `agreement.viewed`. A signer who must enter by a code
 * cannot enter by an invitation.
 * Throws `invitation_not_found`, `invitation_used`, `way_in_missing`, `form_outdated`.
 */
export function acceptInvitation(ctx: Context, linkId: Id, secret: string, opening: Opening): Promise<Proof> {
  return openOnce(ctx, opening, async (inner) => {
    const { id, signerId } = await findInvitation(inner, linkId, secret)
    const { signer } = await loadCeremony(inner, signerId)
    if (signer.asks_code) throw new DomainError('forbidden', 'way_in_missing', say('way_in_missing'))
    if (await useInvitation(inner, id)) return { signerId }
    throw new DomainError('conflict', 'invitation_used', say('invitation_used'))
  })
}

/** Opens a ceremony once for each page. A second click gets a new session of the same signer. */
async function openOnce(
  ctx: Context,
  { page, version }: Opening,
  open: (inner: Context) => Promise<{ signerId: Id; isOld?: boolean }>,
): Promise<Proof> {
  return transaction(ctx, async (inner) => {
    await lockUntilCommit(inner.db, `opening ${page.toString('hex')}`)
    const known = await findOpened(inner, page)
    if (known) return startSession(inner, known)
    const { signerId, isOld } = await open(inner)
    // The earlier submission may have an older version than the page. The proof of the address may be hours old, so it
    // does not give access to a finished document.
    if (isOld) return startSession(inner, signerId, false)
    const ceremony = await loadCeremony(inner, signerId)
    if (hashOfVersion(ceremony.version) !== version) throw outdated()
    if (ceremony.step === 'waiting') throw tooEarly('order_turn')
    await rememberPage(inner, ceremony, page)
    if (ceremony.step !== 'closed') await recordView(asSigner(inner, ceremony.signer), ceremony)
    return startSession(inner, signerId)
  })
}

/** The signer whom this page has just opened. Throws `form_outdated` when it did so more than ten minutes ago. */
async function findOpened(ctx: Context, page: Buffer): Promise<Id | undefined> {
  const row = await ctx.db
    .selectFrom('signers')
    .select(['id', 'viewed_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('opened_by', '=', page)
    .executeTakeFirst()
  if (row && ctx.now.getTime() - (row.viewed_at?.getTime() ?? 0) > secondClickMs) throw outdated()
  return row?.id
}

async function rememberPage(ctx: Context, { signer }: Ceremony, page: Buffer): Promise<void> {
  await ctx.db
    .updateTable('signers')
    .set({ opened_by: page })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', signer.id)
    .execute()
}
