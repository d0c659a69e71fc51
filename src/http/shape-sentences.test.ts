import fc from 'fast-check'
import { type TSchema, Type } from 'typebox'
import { Errors } from 'typebox/value'
import { expect, test } from 'vitest'
import { saySentence } from '../texts/index.ts'
import { previews } from './jsonapi/previews/described.ts'
import { resources } from './jsonapi/registry.ts'
import { endpoints } from './rest/endpoints.ts'
import { type ShapeError, withoutEchoes } from './shape-errors.ts'
import { describeShape, withoutSummaries } from './shape-sentences.ts'

const given = [...resources, ...previews].flatMap(({ type, attributes }) =>
  Object.entries(attributes).flatMap(([name, { shape, write }]): [string, TSchema][] =>
    shape && write !== 'never' ? [[`${type} ${name}`, shape.schema]] : [],
  ),
)
const bodies = endpoints.flatMap(({ id, body }): [string, TSchema][] => (body ? [[id, body]] : []))
const schemas = new Map([...given, ...bodies])

/** The names and the words that a schema knows, so that random values get past the check of the first member. */
function knownIn(schema: unknown): { names: string[]; words: unknown[] } {
  if (typeof schema !== 'object' || schema === null) return { names: [], words: [] }
  const inner = Object.values(schema).map(knownIn)
  return {
    names: [...Object.keys(Object(Reflect.get(schema, 'properties'))), ...inner.flatMap(({ names }) => names)],
    words: [Reflect.get(schema, 'enum') ?? [], ...inner.map(({ words }) => words)].flat(),
  }
}

function valuesOf(schema: TSchema): fc.Arbitrary<unknown> {
  const { names, words } = knownIn(schema)
  const key = fc.constantFrom(...names, 'stranger')
  const values = [fc.string(), fc.integer({ min: -9, max: 99_999 }), fc.boolean(), fc.constantFrom(null, -1, ...words)]
  return fc.oneof(fc.anything({ key, values, maxDepth: 4 }), fc.dictionary(key, fc.anything({ key, values })))
}

test.each([...schemas])('%s: each fault of a shape says what would be right', (_, schema) => {
  const says = (error: ShapeError) => describeShape(schema, error)
  fc.assert(
    fc.property(valuesOf(schema), (value) => {
      const errors = withoutSummaries(withoutEchoes(Errors(schema, value)))
      expect(Errors(schema, value).length > 0).toBe(errors.length > 0)
      expect(errors.map(says).filter(({ code }) => code === 'other')).toEqual([])
      for (const error of errors)
        if (error.keyword === 'enum')
          for (const word of error.params.allowedValues) expect(saySentence(says(error))).toContain(String(word))
    }),
    { numRuns: 40 },
  )
})

test('no schema has a rule that no sentence tells of', () => {
  const untold = /^(contains|dependencies|dependentRequired|exclusiveMaximum|format|if|multipleOf|not|oneOf)$/
  // The keys of `properties` are members, which may have the name of a rule.
  const rulesIn = (schema: unknown): string[] =>
    Object.entries(Object(schema)).flatMap(([key, inner]) =>
      key === 'properties'
        ? Object.values(Object(inner)).flatMap(rulesIn)
        : [...(untold.test(key) ? [key] : []), ...(typeof inner === 'object' ? rulesIn(inner) : [])],
    )
  expect([...schemas.values()].flatMap(rulesIn)).toEqual([])
  expect(rulesIn({ properties: { not: { items: { format: 'date' } } } })).toEqual(['format'])
})

test('a value that may be of two types is told once, with both', () => {
  const schema = { anyOf: [{ type: 'string' }, { type: 'null' }] }
  const told = withoutSummaries(withoutEchoes(Errors(schema, 5))).map((error) => describeShape(schema, error))
  expect(told.map((one) => saySentence(one))).toEqual(['This must be of the type string or null.'])
})

test('a wrong word in a structure is answered with the words that there are', () => {
  const schema = { type: 'array', items: { type: 'object', properties: { type: { enum: ['text', 'date'] } } } }
  const [error] = Errors(schema, [{ type: 'stamp' }])
  expect(error && saySentence(describeShape(schema, error))).toMatch(/text.*date/)
})

test.each([
  ['a number out of bounds', Type.Integer({ minimum: 1 }), 0, ['minimum']],
  ['a text that is too long', Type.String({ maxLength: 1 }), 'abc', ['maxLength']],
  ['a member that is missing', Type.Object({ a: Type.String() }), {}, ['required']],
  ['a value of another type', Type.Integer({ minimum: 1 }), true, ['type']],
])('%s is told once where null is taken too', (_, schema, value, keywords) => {
  const errors = withoutSummaries(withoutEchoes(Errors(Type.Union([schema, Type.Null()]), value)))
  expect(errors.map(({ keyword }) => keyword)).toEqual(keywords)
})
