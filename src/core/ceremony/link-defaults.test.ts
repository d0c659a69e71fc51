import { expect, test } from 'vitest'
import { formOf, openAs } from '../../../test/support/ceremony.ts'
import { identifyAs } from '../../../test/support/opened.ts'
import { newContext } from '../../../test/support/organization.ts'
import { enterAs, signerOf } from '../../../test/support/several.ts'
import {
  createAgreement,
  createAgreementLink,
  type GivenLinkSigner,
  updateAgreement,
  updateAgreementLink,
} from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { createSubmission, createSubmissions, openEntries } from '../submissions/index.ts'
import { doTogether } from '../together.ts'
import { nameOthers, reassignSigner } from './index.ts'

const signature = (role: string) =>
  ({ key: `signature_${role}`, type: 'signature', label: role, role, required: true }) as const
const iban = { key: 'iban', type: 'text', label: 'IBAN', role: 'landlord', required: true, fixed: true } as const
const rent = { key: 'rent', type: 'number', label: 'Rent', role: 'landlord', required: true } as const
const lease = {
  title: 'Lease',
  source: '{{iban}} {{rent}} {{signature_tenant}} {{signature_landlord}}',
  signerRoles: ['tenant', 'landlord'].map((key) => ({ key, name: key })),
  fields: [iban, rent, signature('tenant'), signature('landlord')],
  requiredVerifications: [],
}
const grace: GivenLinkSigner = {
  ...{ role: 'landlord', email: 'grace@example.com', mayDelegate: true, access: { emailCode: true } },
  fields: { iban: 'DE02 1203', rent: 950.5 },
}

async function newLease(signer = grace) {
  const ctx = await newContext()
  const { id: agreementId } = await createAgreement(ctx, lease)
  return { ctx, agreementId, link: await createAgreementLink(ctx, { agreementId, signers: [signer] }) }
}
type Lease = Awaited<ReturnType<typeof newLease>>

async function landlordOf(ctx: Context, submissionId: string) {
  const signer = await signerOf(ctx, submissionId, 'landlord')
  const { email, asks_code, may_delegate, delivery } = signer
  return { email, asks_code, may_delegate, delivery, ...(await openEntries(ctx, signer)).sender }
}
const ofGrace = {
  ...{ email: 'grace@example.com', asks_code: true, may_delegate: true, delivery: 'email' },
  ...{ iban: 'DE02 1203', rent: '950.5' },
}

/** Opens a link as a person with a proved address, and answers the submission. */
async function openWith({ ctx, link }: Lease, metadata: Record<string, string> = {}) {
  const opened = await openAs(ctx, link.id, metadata)
  return { opened, id: (await opened.ceremony()).submission.id }
}

test.each<[string, (lease: Lease) => Promise<string | undefined>]>([
  ['opened by anybody', async (made) => (await openWith(made)).id],
  [
    'created for somebody',
    async ({ ctx, link }) => (await createSubmission(ctx, { agreementLinkId: link.id })).submission.id,
  ],
  [
    'sent to many',
    async ({ ctx, link }) => (await doTogether(ctx, (inner) => createSubmissions(inner, link.id, [{}])))[0]?.id,
  ],
])('a submission that is %s has the access and the values that its link gives a role', async (_, begin) => {
  const made = await newLease()
  expect(await landlordOf(made.ctx, (await begin(made)) ?? '')).toEqual(ofGrace)
})

test('a person whom the first signer names gets the access and the values that the link gives the role', async () => {
  const { ctx, link } = await newLease()
  // The tenant has the address of the person whom the link names, so the tenant is asked for the landlord.
  const signers = [{ role: 'tenant', name: 'Grace', email: 'grace@example.com' }]
  const { submission, token: secret } = await createSubmission(ctx, { agreementLinkId: link.id, signers })
  expect(await landlordOf(ctx, submission.id)).toMatchObject({ email: null })
  const tenant = await enterAs(ctx, { linkId: link.id, submissionId: submission.id, role: 'tenant', secret })
  await identifyAs(tenant, { name: 'Grace', email: 'grace@example.com' })
  const ceremony = await tenant.ceremony()
  const alex = { name: 'Alex', email: 'alex@example.com' }
  await nameOthers(tenant.ctx, ceremony, formOf(ceremony), { landlord: alex })
  expect(await landlordOf(ctx, submission.id)).toEqual({ ...ofGrace, email: 'alex@example.com' })
})

test('a value that fits no field of a later version is left out, and the person and the code stay', async () => {
  const made = await newLease()
  const fields = [{ ...iban, type: 'number' as const }, signature('tenant'), signature('landlord')]
  const source = '{{iban}} {{signature_tenant}} {{signature_landlord}}'
  await updateAgreement(made.ctx, made.agreementId, { fields, source })
  const { iban: _, rent: __, ...person } = ofGrace
  expect(await landlordOf(made.ctx, (await openWith(made)).id)).toEqual(person)
})

test.each<[string, Partial<GivenLinkSigner>, string]>([
  ['a field of somebody else', { fields: { signature_tenant: 'x' } }, 'signers.0.fields.signature_tenant'],
  ['an unknown field', { fields: { iban: 'x', constructor: 'x' } }, 'signers.0.fields.constructor'],
  ['a signature', { fields: { signature_landlord: 'Grace' } }, 'signers.0.fields.signature_landlord'],
  ['a value of the wrong kind', { fields: { rent: 'much' } }, 'signers.0.fields.rent'],
])('a link with %s is refused by name, and keeps what it had', async (_, changes, path) => {
  const { ctx, link } = await newLease()
  const refused = updateAgreementLink(ctx, link.id, { title: ' ', signers: [{ ...grace, ...changes }] })
  const error = await refused.catch((thrown) => thrown)
  expect(error.faults.map((one: { path: string[] }) => one.path.join('.')).sort()).toEqual([path, 'title'])
  expect((await updateAgreementLink(ctx, link.id, {})).signers).toEqual(link.signers)
})

test('reassigning keeps what the sender filled in, and replaces it by key where a new value is given', async () => {
  const made = await newLease()
  const { id } = await openWith(made)
  const signer = await signerOf(made.ctx, id, 'landlord')
  const alex = { name: 'Alex', email: 'alex@example.com' }
  await reassignSigner(made.ctx, signer.id, alex)
  expect(await landlordOf(made.ctx, id)).toEqual({ ...ofGrace, email: 'alex@example.com' })
  await reassignSigner(made.ctx, signer.id, { fields: { rent: 1000, iban: '' } })
  const { iban: _, ...now } = { ...ofGrace, email: 'alex@example.com', rent: '1000' }
  expect(await landlordOf(made.ctx, id)).toEqual(now)
  const refused = reassignSigner(made.ctx, signer.id, { fields: { rent: 'much' } })
  await expect(refused).rejects.toMatchObject({ faults: [{ path: ['fields', 'rent'] }] })
})
