import fc from 'fast-check'
import { Errors } from 'typebox/value'
import { expect, test } from 'vitest'
import type { Shape } from './attributes.ts'
import { resources } from './registry.ts'

const shaped = resources.flatMap(({ type, attributes }) =>
  Object.entries(attributes).flatMap(([name, { shape }]): [string, Shape][] =>
    shape ? [[`${type} ${name}`, shape]] : [],
  ),
)

// The names that the schemas know, so that random values get past the check of the first member.
function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = Object.keys(Object(Reflect.get(schema, 'properties')))
  return [...own, ...Object.values(schema).flatMap(namesIn)]
}

test.each(shaped)('%s: the compiled check accepts exactly the values without an error', (_, { schema, isOf }) => {
  const key = fc.constantFrom(...namesIn(schema), 'stranger')
  const leaf = [
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('text', 'and', '2026-03-01'),
  ]
  const value = fc.oneof(fc.anything({ key, values: leaf, maxDepth: 4 }), fc.array(fc.object({ key, values: leaf })))
  fc.assert(
    fc.property(value, (given) => {
      expect(isOf(given)).toBe(Errors(schema, given).length === 0)
    }),
    { numRuns: 30 },
  )
})
