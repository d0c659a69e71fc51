import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { formOf, identifyAs, type Opened, openAs } from '../../../test/support/ceremony.ts'
import { finishAs } from '../../../test/support/finishing.ts'
import { newContext } from '../../../test/support/organization.ts'
import { createAgreement, createAgreementLink, type FinishedAgreement } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { completeSubmission, findSigners, inviteSigner } from '../submissions/index.ts'
import { acceptInvitation, asSigner, findCeremony, shownOf, signAgreement } from './index.ts'

const roles = ['tenant', 'landlord', 'guarantor']

/** Opens an agreement that three people sign one after another. */
async function openForThree() {
  const ctx = await newContext()
  const { id: agreementId } = await createAgreement(ctx, {
    title: 'Lease',
    source: roles.map((role) => `{{signature:${role}}}`).join(' '),
    signerRoles: roles.map((key) => ({ key, name: key })),
    fields: roles.map((role) => ({
      ...{ key: `signature_${role}`, type: 'signature', role, label: role, required: true },
    })),
    requiredVerifications: [],
  })
  const signers = roles.slice(1).map((role) => ({ role, name: null, email: `${role}@example.com` }))
  const { id: linkId } = await createAgreementLink(ctx, { agreementId, signers })
  return { ctx, linkId, first: await openAs(ctx, linkId, {}) }
}

async function enterAs(ctx: Context, linkId: string, first: Opened, role: string): Promise<Opened> {
  const shown = await first.ceremony()
  const { submission } = shown
  const signer = (await findSigners(ctx, submission.id)).find((one) => one.role === role)
  if (!signer) throw new Error(`Nobody signs as ${role}.`)
  const secret = await inviteSigner(ctx, signer, { name: 'Robin', email: 'robin@example.com' })
  const visitor: Context = { ...ctx, actor: { kind: 'visitor', permissions: [] } }
  const opening = { page: randomBytes(32), version: shownOf(shown).version }
  const proof = await acceptInvitation(visitor, linkId, secret, opening)
  const ceremony = async () => (await findCeremony(visitor, proof)).ceremony
  return { ctx: asSigner(visitor, signer), proof, ceremony }
}

async function signAs(opened: Opened, text: string): Promise<void> {
  await identifyAs(opened)
  const ceremony = await opened.ceremony()
  const input = { fields: {}, signature: { method: 'typed', text }, locale: 'en' } as const
  await signAgreement(opened.ctx, ceremony, formOf(ceremony), input)
}

test('three people sign in their order, none before their turn, and the document has all marks', async () => {
  const { ctx, linkId, first } = await openForThree()
  await expect(enterAs(ctx, linkId, first, 'landlord')).rejects.toMatchObject({ code: 'step_not_reached' })
  await signAs(first, 'Tenant')
  expect((await first.ceremony()).step).toBe('waiting')
  await expect(enterAs(ctx, linkId, first, 'guarantor')).rejects.toMatchObject({ code: 'step_not_reached' })
  for (const role of ['landlord', 'guarantor']) await signAs(await enterAs(ctx, linkId, first, role), role)
  expect((await first.ceremony()).step).toBe('finishing')
  const finished = Promise.withResolvers<FinishedAgreement>()
  const { submission } = await first.ceremony()
  await completeSubmission(ctx, finishAs(finished.resolve), submission.id)
  const { signers } = await finished.promise
  expect(signers.map(({ role, mark }) => [role, mark])).toEqual(
    ['Tenant', 'landlord', 'guarantor'].map((name) => [name.toLowerCase(), { kind: 'typed', name }]),
  )
})

test('nobody can sign twice, or with the form of another step', async () => {
  const { first } = await openForThree()
  const early = formOf(await first.ceremony())
  const input = { fields: {}, signature: { method: 'typed', text: 'Tenant' }, locale: 'en' } as const
  const sign = async (form = early) => signAgreement(first.ctx, await first.ceremony(), form, input)
  await expect(sign()).rejects.toMatchObject({ code: 'form_outdated' })
  await signAs(first, 'Tenant')
  await expect(sign(formOf(await first.ceremony()))).rejects.toMatchObject({ code: 'form_outdated' })
})
