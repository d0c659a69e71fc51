import type { AgreementDocument } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { type AgreementVersion, loadPresentVersion } from '../submissions/index.ts'
import { type Ceremony, loadCeremony } from './ceremony.ts'
import { hashOfVersion } from './form.ts'
import { findInvitation, type Invitation } from './invitation.ts'

/** An agreement as a visitor reads it. Reading it changes nothing. */
export type Reading = { version: AgreementVersion; document: AgreementDocument; language: string; hash: string } & Pick<
  Ceremony,
  'pdf' | 'given'
>

/** The agreement that a link shows now. Throws `agreement_link_not_found`. */
export async function readAgreement(ctx: Context, linkId: Id): Promise<Reading> {
  const { version, document, language, pdf } = await loadPresentVersion(ctx, linkId)
  return { version, document, language, pdf, given: {}, hash: hashOfVersion(version) }
}

/** The agreement that an invitation shows. The invitation stays unused. Throws `invitation_not_found`. */
export async function readInvitation(
  ctx: Context,
  linkId: Id,
  secret: string,
): Promise<{ reading: Reading; ceremony: Ceremony; invitation: Invitation }> {
  const invitation = await findInvitation(ctx, linkId, secret)
  const ceremony = await loadCeremony(ctx, invitation.signerId)
  const { version, document, language, pdf, given } = ceremony
  return { reading: { version, document, language, pdf, given, hash: hashOfVersion(version) }, ceremony, invitation }
}
