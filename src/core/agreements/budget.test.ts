import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { sayFault } from '../../texts/index.ts'
import { checkFilledLength, maxFilledLength } from './budget.ts'
import { parseAgreement } from './document/index.ts'
import type { Field } from './fields/index.ts'
import { type AgreementInput, createAgreement, updateAgreement } from './index.ts'

const signature: Field = { key: 'signature', type: 'signature', role: 'tenant', label: 'Signature', required: true }
const field = (over: Partial<Field>): Field => ({
  ...signature,
  key: 'full_name',
  type: 'text',
  label: 'Name',
  ...over,
})

function agreement(source: string, ...fields: Field[]): AgreementInput {
  const signerRoles = [{ key: 'tenant', name: 'Tenant' }]
  return { title: 'Lease', source, signerRoles, fields: [signature, ...fields], requiredVerifications: [] }
}

const tooLong = { code: 'validation_failed', faults: [{ path: ['source'], code: 'could_be_too_long' }] }

test.each([
  ['a text without a length of its own', '{{full_name}} '.repeat(6_000), field({})],
  ['a long text in a list', '- {{full_name}}\n'.repeat(1_000), field({ maxLength: 2_000 })],
  ['a text in the cells of a table', `|a|b|\n|-|-|\n${'|{{full_name}}|{{full_name}}|\n'.repeat(300)}`, field({})],
  ['a text inside links', '[{{full_name}}](https://a.example) '.repeat(600), field({})],
  ['a text in quotes', '> {{full_name}}\n\n'.repeat(600), field({})],
  ['a text in headings', '# {{full_name}}\n\n'.repeat(600), field({})],
  ['a box with many words', '{{full_name}} '.repeat(6_000), field({ type: 'checkbox', label: 'x'.repeat(200) })],
  ['a day with many words', '{{full_name}} '.repeat(6_000), field({ type: 'date', label: 'x'.repeat(200) })],
  ['a mark', '{{signature}} '.repeat(6_000), field({})],
])('an agreement that %s could make too long is refused at its creation', async (_what, source, one) => {
  const ctx = await newContext()
  await expect(createAgreement(ctx, agreement(source, one))).rejects.toMatchObject(tooLong)
  expect(await ctx.db.selectFrom('agreements').select('id').execute()).toEqual([])
})

test('no change of its text or its fields can make an agreement too long', async () => {
  const ctx = await newContext()
  const { id } = await createAgreement(ctx, agreement('{{full_name}} '.repeat(400), field({ maxLength: 100 })))
  await expect(
    updateAgreement(ctx, id, { fields: [signature, field({})].map((one) => ({ ...one, label: 'x'.repeat(200) })) }),
  ).resolves.toBeTruthy()
  await expect(updateAgreement(ctx, id, { source: '{{full_name}} '.repeat(600) })).rejects.toMatchObject(tooLong)
})

test('the fault has the length and names the field that causes it', async () => {
  const attempt = createAgreement(await newContext(), agreement('{{full_name}} '.repeat(6_000), field({})))
  const message = await attempt.catch(({ faults: [fault] }) => sayFault(fault))
  expect(message).toMatch(/could have 12\d{6} characters; the limit is 1000000\. \{\{full_name\}\} is used 6000 times/)
})

test('a short field may be used thousands of times', async () => {
  const source = '{{full_name}} '.repeat(6_000)
  await expect(createAgreement(await newContext(), agreement(source, field({ maxLength: 100 })))).resolves.toBeTruthy()
})

test('values that make an agreement too long are refused at the longest field, also in an old agreement', () => {
  const document = parseAgreement('{{full_name}} '.repeat(6_000))
  const check = (value: string) => checkFilledLength(84_000, document, [field({})], { full_name: value })
  expect(check('x'.repeat(2_000))).toMatchObject([{ path: ['fields', 'full_name'], code: 'filled_length' }])
  expect(check('x'.repeat((maxFilledLength - 110_000) / 6_000))).toEqual([])
})
