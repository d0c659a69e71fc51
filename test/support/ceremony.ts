import { randomBytes } from 'node:crypto'
import {
  asSigner,
  type Ceremony,
  declineAgreement,
  findCeremony,
  identifySigner,
  openAgreement,
  type Proof,
  readAgreement,
  type SentForm,
  shownOf,
} from '../../src/core/ceremony/index.ts'
import type { Context } from '../../src/core/context.ts'
import { expireSubmission } from '../../src/core/submissions/expiry.ts'
import { openLink, voidSubmission } from '../../src/core/submissions/index.ts'
import { database } from './organization.ts'

/** Somebody who has opened a link, as core sees them. */
export type Opened = { ctx: Context; proof: Proof; ceremony(): Promise<Ceremony> }

/** Opens a link as a person's page does. */
export async function openAs(ctx: Context, linkId: string, metadata: Record<string, string>): Promise<Opened> {
  const visitor: Context = { ...ctx, actor: { kind: 'visitor', permissions: [] } }
  const link = await openLink(database.system, linkId, ctx.now)
  const { hash: version } = await readAgreement(visitor, link.id)
  const parameters = { metadata, leftOut: [] }
  const proof = await openAgreement(visitor, link, { page: randomBytes(32), version, parameters })
  const ceremony = async () => (await findCeremony(visitor, proof)).ceremony
  return { ctx: asSigner(visitor, { id: proof.signerId }), proof, ceremony }
}

/** Says who one is: Robin, unless somebody else. */
export async function identifyAs(
  { ctx, ceremony }: Opened,
  who = { name: 'Robin', email: 'robin@example.com' },
): Promise<void> {
  const identity = { ...who, electronicRecords: true, locale: 'en' }
  await identifySigner(ctx, await ceremony(), formOf(await ceremony()), identity)
}

/** The form of the step that a signer is at. */
export function formOf(ceremony: Ceremony): SentForm {
  return { ...shownOf(ceremony), hash: randomBytes(32) }
}

/** Ends submissions of a link in each way that leaves them unsigned: declined, called back, out of time. */
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
