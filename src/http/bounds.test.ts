import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { saySentence } from '../texts/index.ts'
import { cutToBounds } from './bounds.ts'
import { givenTime } from './rest/members.ts'
import { createValidator } from './rest/validate.ts'

const schema = Type.Object({ list: Type.Array(Type.String(), { minItems: 1, maxItems: 2 }) })

test('members beyond a bound are counted and never read', () => {
  const list = new Proxy(Array(100_000).fill('x'), {
    get: (target, name) => (Number(name) > 1 ? expect.fail('was read') : Reflect.get(target, name)),
  })
  const { excess } = cutToBounds({ list }, { properties: { list: { maxItems: 2 } } })
  expect(excess.map(({ says }) => saySentence(says))).toEqual(['Send at most 2 elements; this has 100000.'])
})

test.each([
  [[], ['Send at least 1 elements.']],
  [Array(3).fill('x'), ['Send at most 2 elements; this has 3.']],
  [Array(9).fill('x'), ['Send at most 2 elements; this has 9.']],
])('a list of a wrong length is one fault', (list, messages) => {
  const validate = createValidator({ query: Type.Object({}), body: schema })
  expect(validate({ query: {}, body: { list } }).faults.map(({ message }) => message)).toEqual(messages)
})

test('a time in microseconds or nanoseconds is refused with a hint at milliseconds', () => {
  const validate = createValidator({ query: Type.Object({}), body: Type.Object({ since: givenTime('Since.') }) })
  for (const since of [1.8e15, 1.8e18])
    expect(validate({ query: {}, body: { since } }).faults[0]?.message).toContain('milliseconds')
})

test('a member named like a part of every object is bounded as every other one', () => {
  const shape = { additionalProperties: { maxItems: 2 } }
  for (const name of ['constructor', 'toString', 'stranger'])
    expect(cutToBounds({ [name]: Array(9).fill('x') }, shape).excess).toHaveLength(1)
})
