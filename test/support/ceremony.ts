import { randomBytes } from 'node:crypto'
import {
  asSigner,
  declineAgreement,
  findCeremony,
  openAgreement,
  readAgreement,
} from '../../src/core/ceremony/index.ts'
import type { Context } from '../../src/core/context.ts'
import { notFound } from '../../src/core/errors.ts'
import { expireSubmission } from '../../src/core/submissions/expiry.ts'
import { findLink, requireOpen, voidSubmission } from '../../src/core/submissions/index.ts'
import { formOf, type Opened } from './opened.ts'
import { database } from './organization.ts'

export { formOf, identifyAs, type Opened } from './opened.ts'

/** Opens a link as a person's page does. */
export async function openAs(ctx: Context, linkId: string, metadata: Record<string, string>): Promise<Opened> {
  const visitor: Context = { ...ctx, actor: { kind: 'visitor', permissions: [] } }
  const link = await findOpenLink(linkId, ctx.now)
  const { hash: version } = await readAgreement(visitor, link.id)
  const parameters = { metadata, leftOut: [] }
  const proof = await openAgreement(visitor, link, { page: randomBytes(32), version, parameters })
  const ceremony = async () => (await findCeremony(visitor, proof)).ceremony
  return { ctx: asSigner(visitor, { id: proof.signerId }), proof, ceremony }
}

/** The link as the page finds it. Throws for a closed link. */
export async function findOpenLink(linkId: string, now: Date): Promise<{ id: string; agreementId: string }> {
  const link = await findLink(database.system, linkId)
  if (!link) throw notFound('agreement_link')
  requireOpen(link, now)
  return { id: link.id, agreementId: link.agreement_id }
}

/** Ends submissions of a link in each way without all signatures: declined, voided, expired. */
export async function endEachWay(ctx: Context, linkId: string): Promise<void> {
  const [declined, voided, late] = [
    await openAs(ctx, linkId, { way: 'declined' }),
    await openAs(ctx, linkId, { way: 'voided' }),
    await openAs(ctx, linkId, { way: 'late' }),
  ]
  await declineAgreement(declined.ctx, await declined.ceremony(), formOf(await declined.ceremony()), 'No.')
  await voidSubmission(ctx, (await voided.ceremony()).submission.id, 'The wrong person')
  const { submission } = await late.ceremony()
  await expireSubmission({ ...ctx, now: submission.expires_at }, submission.id)
}
