import type { AgreementDocument } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { type AgreementVersion, loadPresentVersion } from '../submissions/index.ts'
import { type Ceremony, loadCeremony } from './ceremony.ts'
import { hashOfVersion } from './form.ts'
import { findInvitation, type Invitation } from './invitation.ts'

/** An agreement to read, before anybody has done anything: to look at it changes nothing. */
export type Reading = { version: AgreementVersion; document: AgreementDocument; language: string; hash: string } & Pick<
  Ceremony,
  'pdf'
>

/** What a link shows now. Throws `agreement_link_not_found`. */
export async function readAgreement(ctx: Context, linkId: Id): Promise<Reading> {
  const { version, document, language, pdf } = await loadPresentVersion(ctx, linkId)
  return { version, document, language, pdf, hash: hashOfVersion(version) }
}

/** What an invitation shows. It is not used up by this. Throws `invitation_not_found`. */
export async function readInvitation(
  ctx: Context,
  linkId: Id,
  secret: string,
): Promise<{ reading: Reading; ceremony: Ceremony; invitation: Invitation }> {
  const invitation = await findInvitation(ctx, linkId, secret)
  const ceremony = await loadCeremony(ctx, invitation.signerId)
  const { version, document, language, pdf } = ceremony
  return { reading: { version, document, language, pdf, hash: hashOfVersion(version) }, ceremony, invitation }
}
