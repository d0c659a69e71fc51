import { expect, test } from 'vitest'
import { keepWellShaped, placesOf, standsBeside } from './well-shaped.ts'

const person = { properties: { name: {} }, required: ['name'] }
const schema = { properties: { people: { items: person } }, required: ['people'] }

test('what lost something it needs goes too, and leaves a hole where it stood', () => {
  const malformed = placesOf([['people', '0', 'name'], ['colour']])
  const value = { people: [{ name: 5 }, { name: 'Ada' }], colour: 1 }
  const [first, second] = [0, 1].map((index) => {
    const { people }: { people?: unknown[] } = Object(keepWellShaped(value, schema, malformed))
    return people && index in people ? people[index] : 'hole'
  })
  expect([first, second, value.people.length]).toEqual(['hole', { name: 'Ada' }, 2])
})

test('a hundred thousand malformed members are taken out in one walk', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `m${index}`)
  const value = Object.fromEntries([...names, 'kept'].map((name) => [name, 1]))
  const malformed = placesOf(names.map((name) => [name]))
  expect(keepWellShaped(value, {}, malformed)).toEqual({ kept: 1 })
  expect(names.filter((name) => standsBeside({ path: [name], rule: 'x' }, malformed))).toEqual([])
})

test.each([
  [['people', '1'], 'x', true],
  [['people', '0', 'name'], 'x', false],
  [['people'], 'unique', false],
  [['people'], 'max_items', true],
  [[], 'x', true],
])('a rule about %j, %s, stands beside a malformed first of the people: %s', (path, rule, stands) => {
  expect(standsBeside({ path, rule }, placesOf([['people', '0']]))).toBe(stands)
})
