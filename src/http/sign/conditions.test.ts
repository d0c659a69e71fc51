import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { goodSignature, newIdentified, newSigning, simpleAgreement } from '../../../test/support/signing.ts'
import type { AgreementInput, Field, FinishedAgreement } from '../../core/agreements/index.ts'
import { completeSubmission, listSubmissions } from '../../core/submissions/index.ts'

const common = { role: 'tenant', required: true }
const fields: Field[] = [
  { ...common, key: 'pets', type: 'choice', label: 'Pets', choices: ['none', 'dog'] },
  { ...common, key: 'breed', type: 'text', label: 'Breed', showIf: { field: 'pets', equals: 'dog' } },
  { ...common, key: 'size', type: 'number', label: 'Size', showIf: { field: 'breed', filled: true } },
  { ...common, key: 'wish', type: 'text', label: 'Wish', required: false, showIf: { field: 'pets', equals: 'dog' } },
  { ...common, key: 'signature', type: 'signature', label: 'Signature' },
]
const source = 'Pets: {{pets}}, of the breed {{breed}}{{size}}. {{signature}}'
const agreement: AgreementInput = { ...simpleAgreement, source, fields }
const all = { 'field.pets': 'dog', 'field.breed': 'Husky', 'field.size': '60', 'field.wish': '' }

async function sign(entered: Record<string, string>) {
  const signing = await newSigning(agreement)
  const visitor = await newIdentified(signing)
  const reply = await visitor.post('sign', { ...goodSignature, ...entered })
  const { items } = await listSubmissions(signing.ctx, {})
  return { ...signing, visitor, reply, submission: items[0] }
}

test('values of hidden fields are not stored, all along a chain of conditions', async () => {
  const { reply, submission } = await sign({ ...all, 'field.pets': 'none' })
  expect([reply.status, submission?.fieldValues]).toEqual([303, { pets: 'none' }])
})

test('values of hidden fields are not in the trail', async () => {
  const { ctx, reply } = await sign({ ...all, 'field.pets': 'none' })
  expect(reply.status).toBe(303)
  const rows = JSON.stringify(await ctx.db.selectFrom('audit_events').select('data').execute())
  expect(rows).not.toContain('breed')
})

test('hidden fields are not in the finished document, not even as a line', async () => {
  const { ctx, submission } = await sign({ ...all, 'field.pets': 'none' })
  const rendered = Promise.withResolvers<FinishedAgreement>()
  await completeSubmission(ctx, finishAs(rendered.resolve), submission?.id ?? '')
  const { fields: drawn, document, unplaced } = await rendered.promise
  expect(Object.keys(drawn)).toEqual(['pets', 'signature'])
  expect([JSON.stringify(document), unplaced]).toEqual([expect.not.stringContaining('breed"'), []])
})

test.each([
  [{ 'field.pets': 'none', 'field.breed': '' }, 303],
  [{ 'field.breed': '' }, 422],
  [{ 'field.size': '' }, 422],
  [{}, 303],
])('a field is required only while it is shown: with %j the reply is %i', async (over, status) => {
  expect((await sign({ ...all, ...over, asked: 'breed size wish' })).reply.status).toBe(status)
})

test('without a script an optional field that becomes shown is asked for once', async () => {
  const { visitor, reply } = await sign({ ...all, asked: '' })
  expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('Your choice has added this question')])
  expect((await visitor.post('sign', { ...all, ...goodSignature })).status).toBe(303)
})

test('the page hides hidden fields, and gives its script the conditions', async () => {
  const { text } = await (await newIdentified(await newSigning(agreement))).get()
  expect(text).toMatch(/<span data-field="breed" hidden><label[^>]*for="f-fields-breed"/)
  expect(text).toMatch(/<div data-field="wish" hidden>/)
  expect(text).toMatch(/data-rules="\{&(#34|quot);fields/)
  expect(text).toContain('<input type="hidden" name="asked" value="">')
})

test('a page without conditions has none', async () => {
  const { text } = await (await newIdentified(await newSigning())).get()
  expect(text).not.toMatch(/data-rules|data-field|name="asked"/)
})
