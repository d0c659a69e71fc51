import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { goodSignature, newSigning, simpleAgreement } from '../../../test/support/signing.ts'
import type { AgreementInput, Field, FinishedAgreement } from '../../core/agreements/index.ts'
import { completeSubmission, createSubmission, listSubmissions } from '../../core/submissions/index.ts'

const common = { role: 'tenant', required: true }
const fields: Field[] = [
  { ...common, key: 'rent', type: 'number', label: 'Rent', prefill: 'price', fixed: true },
  { ...common, key: 'day', type: 'date', label: 'First day', fixed: true, required: false },
  { ...common, key: 'box', type: 'checkbox', label: 'Furnished', fixed: true, required: false },
  {
    ...common,
    key: 'paid',
    type: 'choice',
    label: 'Paid',
    choices: ['monthly', 'weekly'],
    fixed: true,
    required: false,
  },
  { ...common, key: 'note', type: 'text', label: 'Note', required: false },
  { ...common, key: 'why', type: 'text', label: 'Why', required: false, showIf: { field: 'paid', equals: 'weekly' } },
  { ...common, key: 'signature', type: 'signature', label: 'Signature' },
]
const source = 'Rent {{rent}} from {{day}}, {{box}} {{paid}} {{note}} {{why}} {{signature}}'
const agreement: AgreementInput = { ...simpleAgreement, source, fields }
const robin = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }
const given = { rent: 1234.5, day: '2026-05-01', box: true, paid: 'monthly', note: 'Two keys' }
const sent = { 'field.rent': '1234.5', 'field.day': '2026-05-01', 'field.note': 'One key' }

async function open(signer: object = { fields: given }, metadata: Record<string, string> = {}) {
  const signing = await newSigning(agreement)
  const { token } = await createSubmission(signing.ctx, { agreementLinkId: signing.linkId, metadata, signer })
  const visitor = signing.visit()
  await visitor.get(`begin/${token}`)
  await visitor.post('identify', robin)
  const page = (await visitor.get()).text
  const values = async () => (await listSubmissions(signing.ctx, {})).items[0]?.fieldValues
  return { ...signing, visitor, page, values }
}

test('a value that the sender fixed is on the page, and cannot be changed there', async () => {
  const { page } = await open()
  expect(page).toMatch(/id="f-fields-rent"[^>]*value="1234.5"[^>]* readonly/)
  expect(page).toMatch(/id="f-fields-day"[^>]*value="2026-05-01"[^>]* readonly/)
  expect(page).toMatch(/id="f-fields-box"[^>]* checked[^>]* disabled/)
  expect(page).toMatch(/value="monthly" checked disabled/)
  expect(page).toMatch(/id="f-fields-note"[^>]*value="Two keys"(?![^>]*readonly)/)
})

test('a fixed value is stored even if the form lacks it, and a proposed one is up to the signer', async () => {
  const { visitor, values } = await open()
  expect((await visitor.post('sign', { ...goodSignature, 'field.note': 'One key' })).status).toBe(303)
  const kept = { rent: '1234.5', day: '2026-05-01', box: 'true', paid: 'monthly', note: 'One key' }
  expect(await values()).toEqual(kept)
})

test.each([
  ['rent', '1234.51'],
  ['rent', ''],
  ['day', '2026-05-02'],
  ['box', 'false'],
  ['paid', 'weekly'],
])(
  'a form that changes the fixed %s to %j is refused by name, and the page has the sender’s value again',
  async (key, value) => {
    const { visitor, values } = await open()
    const reply = await visitor.post('sign', { ...goodSignature, ...sent, [`field.${key}`]: value })
    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('The sender has filled this in')])
    expect([reply.text, await values()]).toEqual([expect.stringMatching(/id="f-fields-rent"[^>]*value="1234.5"/), {}])
  },
)

test('a fixed field is in the evidence by its label, and in the trail by its key', async () => {
  const { ctx, visitor } = await open()
  await visitor.post('sign', { ...goodSignature, ...sent })
  const rendered = Promise.withResolvers<FinishedAgreement>()
  const { id } = await ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  await completeSubmission(ctx, finishAs(rendered.resolve), id)
  const { signers, fields: drawn } = await rendered.promise
  expect(signers[0]?.fixed).toEqual(['Rent', 'First day', 'Furnished', 'Paid'])
  expect(drawn.rent).toEqual({ kind: 'text', value: '1,234.5' })
})

test('a field is prefilled with its metadata, and fixed if that fits its rules', async () => {
  const { page, visitor, values } = await open({}, { price: '900', note: 'From the sender' })
  expect(page).toMatch(/id="f-fields-rent"[^>]*value="900"[^>]* readonly/)
  expect(page).toMatch(/id="f-fields-note"[^>]*value="From the sender"/)
  expect((await visitor.post('sign', { ...goodSignature, 'field.rent': '9' })).status).toBe(422)
  expect((await visitor.post('sign', goodSignature)).status).toBe(303)
  expect(await values()).toMatchObject({ rent: '900' })
})

test('metadata that does not fit is proposed, and the signer corrects it', async () => {
  const { page, visitor, values } = await open({}, { price: 'much' })
  expect(page).toMatch(/id="f-fields-rent"[^>]*value="much"(?![^>]*readonly)/)
  expect((await visitor.post('sign', { ...goodSignature, 'field.rent': '800' })).status).toBe(303)
  expect(await values()).toMatchObject({ rent: '800' })
})

test('a fixed field without a value of the sender is up to the signer', async () => {
  const { visitor, values } = await open({})
  expect((await visitor.post('sign', { ...goodSignature, ...sent })).status).toBe(303)
  expect(await values()).toEqual({ rent: '1234.5', day: '2026-05-01', note: 'One key' })
})

test('the sender’s values are encrypted in the database, and deleted at the signature', async () => {
  const { ctx, visitor } = await open({ fields: { rent: 77, note: 'Orchid' } })
  const before = await ctx.db.selectFrom('signer_entries').selectAll().execute()
  expect([before.length, String(before[0]?.sealed)]).toEqual([1, expect.not.stringContaining('Orchid')])
  await visitor.post('sign', goodSignature)
  expect(await ctx.db.selectFrom('signer_entries').selectAll().execute()).toEqual([])
})
