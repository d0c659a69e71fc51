import { randomBytes } from 'node:crypto'
import {
  approveAgreement,
  type Ceremony,
  identifySigner,
  type Proof,
  type SentForm,
  shownOf,
  signAgreement,
} from '../../src/core/ceremony/index.ts'
import type { Context } from '../../src/core/context.ts'

// No vitest in here, because the chaos run uses it too.

/** A person who has opened a link, as core sees them. */
export type Opened = { ctx: Context; proof: Proof; ceremony(): Promise<Ceremony> }

/** Gives the name of the person: Robin by default. */
export async function identifyAs(
  { ctx, ceremony }: Opened,
  who = { name: 'Robin', email: 'robin@example.com' },
): Promise<void> {
  const present = await ceremony()
  await identifySigner(ctx, present, formOf(present), { ...who, electronicRecords: true, locale: 'en' })
}

/** The form of the step that a signer is at. */
export function formOf(ceremony: Ceremony): SentForm {
  return { ...shownOf(ceremony), hash: randomBytes(32) }
}

/** Gives the person's name, and signs or approves. */
export async function act(opened: Opened, name?: string): Promise<void> {
  const before = await opened.ceremony()
  const { role, email } = before.signer
  const isNew = before.step === 'identify'
  if (isNew) {
    const who = { name: name ?? role, email: email ?? `${role}@example.com` }
    await identifyAs({ ...opened, ceremony: async () => before }, who)
  }
  const ceremony = isNew ? await opened.ceremony() : before
  const input = { fields: {}, locale: 'en' }
  if (ceremony.step === 'approve') return approveAgreement(opened.ctx, ceremony, formOf(ceremony), input)
  const signature = { method: 'typed', text: role } as const
  return signAgreement(opened.ctx, ceremony, formOf(ceremony), { ...input, signature })
}
