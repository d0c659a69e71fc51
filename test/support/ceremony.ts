import { randomBytes } from 'node:crypto'
import {
  asSigner,
  type Ceremony,
  findCeremony,
  identifySigner,
  openAgreement,
  type Proof,
  readAgreement,
  type SentForm,
  shownOf,
} from '../../src/core/ceremony/index.ts'
import type { Context } from '../../src/core/context.ts'
import { openLink } from '../../src/core/submissions/index.ts'
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

/** Says who one is: Robin. */
export async function identifyAs({ ctx, ceremony }: Opened): Promise<void> {
  const identity = { name: 'Robin', email: 'robin@example.com', electronicRecords: true, locale: 'en' }
  await identifySigner(ctx, await ceremony(), formOf(await ceremony()), identity)
}

/** The form of the step that a signer is at. */
export function formOf(ceremony: Ceremony): SentForm {
  return { ...shownOf(ceremony), hash: randomBytes(32) }
}
