import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { transaction } from '../../db/index.ts'
import { canonicalJson } from '../canonical-json.ts'
import { newId } from '../ids.ts'
import { recordAudit, verifyChain } from './index.ts'

test.each([
  ['numbers', { a: 1e21, b: -0, c: 0.1, d: 1e-7, e: 2 ** 53, f: 5e-324 }],
  ['unicode and keys in any order', { é: 'e\u0301', 𝒂: '🖋', z: { y: 1, x: null }, a: ['b', ['a']] }],
  ['names that mean something to JavaScript', JSON.parse('{"__proto__":{"x":1},"constructor":"c","toString":[]}')],
  ['members that are not there and moments', { a: undefined, b: [undefined], c: new Date(0) }],
])('the chain verifies after the database has kept %s', async (_what, data) => {
  const ctx = await newContext()
  await transaction(ctx, (inner) =>
    recordAudit(inner, { action: 'tested', subject: { type: 'test', id: newId() }, data }),
  )
  expect(await verifyChain(ctx, ctx.organizationId)).toMatchObject({ intact: true })
})

test('a row has the same hash before and after it was stored as JSON', () => {
  const values = fc.anything({
    withDate: true,
    maxDepth: 3,
    values: [fc.string(), fc.double(), fc.boolean(), fc.date()],
  })
  fc.assert(
    fc.property(fc.dictionary(fc.string(), values), (value) => {
      expect(canonicalJson(value)).toBe(canonicalJson(JSON.parse(JSON.stringify(value))))
    }),
  )
})
