import { expect, test } from 'vitest'
import { keyActor, newContext } from '../../../test/support/organization.ts'
import { verifyChain } from '../audit/index.ts'
import type { AgreementInput } from './index.ts'
import {
  archiveAgreement,
  createAgreement,
  createAgreementLink,
  getAgreement,
  getAgreementLink,
  updateAgreement,
  updateAgreementLink,
} from './index.ts'

const input: AgreementInput = {
  title: 'Lease',
  source: '# Lease\n\nSigned by {{signature}}.',
  signerRoles: [{ key: 'tenant', name: 'Tenant' }],
  fields: [{ key: 'signature', type: 'signature', role: 'tenant', label: 'Signature', required: true }],
  requiredVerifications: [],
}

test('every fault of an agreement is reported at once', async () => {
  const bad = {
    ...input,
    title: '',
    source: '{{nope}}',
    fields: [{ ...input.fields[0], key: 'A B', role: 'x', type: 'date', label: 'D', required: true }],
  }
  const attempt = createAgreement(await newContext(), bad as AgreementInput)
  const rules = await attempt.catch((error) => error.faults.map((fault: { code: string }) => fault.code))
  expect(rules).toEqual(['signature', 'key', 'known_role', 'known_field', 'required'])
})

test('the name of a member of every JavaScript object cannot be a key', async () => {
  const bad = { ...input, fields: input.fields.map((field) => ({ ...field, key: 'constructor' })), source: 'x' }
  await expect(createAgreement(await newContext(), bad)).rejects.toMatchObject({ faults: [{ code: 'key' }] })
})

test('a new version does not change the version before it', async () => {
  const ctx = await newContext()
  const made = await createAgreement(ctx, input)
  const next = await updateAgreement(ctx, made.id, { title: 'Longer lease' })
  expect([next.version, next.title, next.source]).toEqual([2, 'Longer lease', input.source])
  const rows = await ctx.db.selectFrom('agreement_versions').select('title').orderBy('number').execute()
  expect(rows).toEqual([{ title: 'Lease' }, { title: 'Longer lease' }])
})

test('an archived agreement has no active links and gets no new ones', async () => {
  const ctx = await newContext()
  const { id: agreementId } = await createAgreement(ctx, input)
  const link = await createAgreementLink(ctx, { agreementId })
  await archiveAgreement(ctx, agreementId)
  expect((await getAgreementLink(ctx, link.id)).isActive).toBe(false)
  const archived = { code: 'agreement_archived' }
  await expect(createAgreementLink(ctx, { agreementId })).rejects.toMatchObject(archived)
  await expect(updateAgreementLink(ctx, link.id, { isActive: true })).rejects.toMatchObject(archived)
})

test('the trail has every change of a link, and verifies', async () => {
  const ctx = await newContext()
  const { id: agreementId } = await createAgreement(ctx, input)
  const link = await createAgreementLink(ctx, { agreementId })
  const expiresAt = new Date('2027-01-01T00:00:00.000Z')
  await updateAgreementLink(ctx, link.id, { isActive: false, expiresAt })
  const query = ctx.db.selectFrom('audit_events').select('data').where('action', '=', 'agreement_link.updated')
  expect((await query.executeTakeFirst())?.data).toEqual({ isActive: false, expiresAt: expiresAt.toISOString() })
  expect(await verifyChain(ctx, ctx.organizationId)).toMatchObject({ intact: true })
})

test('a link cannot expire in the past', async () => {
  const ctx = await newContext()
  const { id: agreementId } = await createAgreement(ctx, input)
  const attempt = createAgreementLink(ctx, { agreementId, expiresAt: new Date(0) })
  await expect(attempt).rejects.toMatchObject({ faults: [{ path: ['expiresAt'] }] })
})

test('another organization cannot see an agreement, and a viewer cannot create one', async () => {
  const made = await createAgreement(await newContext(), input)
  await expect(getAgreement(await newContext(), made.id)).rejects.toMatchObject({ code: 'agreement_not_found' })
  const viewer = await newContext({ actor: keyActor(['agreements:read']) })
  await expect(createAgreement(viewer, input)).rejects.toMatchObject({ permission: 'agreements:write' })
})

test('the language is detected, unless the author gives one', async () => {
  const ctx = await newContext()
  const source = 'Dieser Vertrag wird zwischen dem Mieter und dem Vermieter geschlossen. {{signature}}'
  const { id, language } = await createAgreement(ctx, { ...input, source })
  const given = await updateAgreement(ctx, id, { language: 'de-ch' })
  const kept = await updateAgreement(ctx, id, { source: input.source })
  const back = await updateAgreement(ctx, id, { language: null })
  expect([language, given.language, kept.language, back.language]).toEqual(['de', 'de-CH', 'de-CH', 'en'])
})

test.each(['english', 'x', 'de_DE_', '12', 'a'.repeat(30)])('%s is not a language', async (language) => {
  const attempt = createAgreement(await newContext(), { ...input, language })
  await expect(attempt).rejects.toMatchObject({ faults: [{ path: ['language'] }] })
})
