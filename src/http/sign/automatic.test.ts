import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { clock, goodSignature, newIdentified, newSigning, simpleAgreement } from '../../../test/support/signing.ts'
import type { AgreementInput, Field, FinishedAgreement } from '../../core/agreements/index.ts'
import { completeSubmission, createSubmission, listSubmissions } from '../../core/submissions/index.ts'

const common = { role: 'tenant', required: true }
const fields: Field[] = [
  { ...common, key: 'who', type: 'name', label: 'Your name' },
  { ...common, key: 'address', type: 'email', label: 'Your address' },
  { ...common, key: 'day', type: 'signing_date', label: 'Signed on' },
  { ...common, key: 'signature', type: 'signature', label: 'Signature' },
]
const agreement: AgreementInput = { ...simpleAgreement, source: '{{who}} {{address}} {{day}} {{signature}}', fields }

test('name, address and day of signing are filled in by themselves, as the record has them', async () => {
  const signing = await newSigning(agreement)
  const visitor = await newIdentified(signing)
  const { text } = await visitor.get()
  expect(text).toContain('<span class="filled">Robin</span>')
  expect(text).toContain('Signed on: filled in automatically')
  expect(text).not.toContain('name="field.')
  // The server ignores the form's values for these fields.
  await visitor.post('sign', { ...goodSignature, 'field.who': 'Eve', 'field.day': '1999-01-01' })
  const { items } = await listSubmissions(signing.ctx, {})
  const day = clock.now.toISOString().slice(0, 10)
  expect(items[0]?.fieldValues).toEqual({ who: 'Robin', address: 'robin@example.com', day })
})

test('the finished document has the day of signing with its zone', async () => {
  const { ctx, ...signing } = await newSigning(agreement)
  await (await newIdentified({ ctx, ...signing })).post('sign', goodSignature)
  const { items } = await listSubmissions(ctx, {})
  const finished = Promise.withResolvers<FinishedAgreement>()
  await completeSubmission(ctx, finishAs(finished.resolve), items[0]?.id ?? '')
  expect((await finished.promise).fields).toMatchObject({
    who: { kind: 'text', value: 'Robin' },
    day: { kind: 'text', value: '2026-03-01 UTC' },
  })
})

test('a sender gives nothing for what is filled in automatically', async () => {
  const { ctx, linkId: agreementLinkId } = await newSigning(agreement)
  const signer = { name: 'Robin', email: 'robin@example.com', fields: { day: '2026-01-01' } }
  const refused = createSubmission(ctx, { agreementLinkId, signer })
  await expect(refused).rejects.toMatchObject({ faults: [{ code: 'field_automatic' }] })
})

test('no field depends on what is filled in automatically', async () => {
  const wish: Field = { ...common, key: 'wish', type: 'text', label: 'Wish', showIf: { field: 'who', filled: true } }
  const refused = newSigning({ ...agreement, fields: [...fields, wish] })
  await expect(refused).rejects.toMatchObject({ faults: [{ code: 'condition_automatic' }] })
})
