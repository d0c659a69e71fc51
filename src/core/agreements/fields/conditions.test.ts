import { expect, test } from 'vitest'
import { type Condition, type Field, findConditionFaults } from './index.ts'

const roles = [
  { key: 'first', order: 1 },
  { key: 'beside', order: 1 },
  { key: 'second', order: 2 },
]
const field = (key: string, over: Partial<Field> = {}): Field => ({
  ...{ key, role: 'first', label: key, required: true, type: 'text' },
  ...over,
})
const showIf = (condition: Condition) => ({ showIf: condition })
const others = [
  field('words'),
  field('box', { type: 'checkbox' }),
  field('count', { type: 'number' }),
  field('day', { type: 'date' }),
  field('colour', { type: 'choice', choices: ['red', 'blue'] }),
  field('letters', { type: 'initials' }),
  field('mark', { type: 'signature' }),
  field('later', { role: 'second' }),
  field('beside', { role: 'beside' }),
]
const judge = (fields: Field[]) =>
  findConditionFaults(fields, roles).map(({ path, code }) => `${path.slice(1).join('.')} ${code}`)

test.each<[Condition, string[]]>([
  [{ field: 'words', equals: 'yes' }, []],
  [{ field: 'words', notEquals: '' }, []],
  [{ field: 'letters', filled: false }, []],
  [{ field: 'box', equals: true }, []],
  [{ field: 'box', notEquals: 'false' }, []],
  [{ field: 'count', equals: 7 }, []],
  [{ field: 'day', equals: '2026-02-28' }, []],
  [{ field: 'colour', equals: 'red' }, []],
  [{ field: 'words' }, ['9.showIf condition_one']],
  [{ field: 'words', equals: 'a', filled: true }, ['9.showIf condition_one']],
  [{ field: 'nothing', filled: true }, ['9.showIf.field condition_field']],
  [{ field: 'constructor', filled: true }, ['9.showIf.field condition_field']],
  [{ field: 'mark', filled: true }, ['9.showIf.field condition_signature']],
  [{ field: 'later', filled: true }, ['9.showIf.field condition_later']],
  [{ field: 'beside', filled: true }, ['9.showIf.field condition_later']],
  [{ field: 'it', filled: true }, ['9.showIf condition_circle']],
  [{ field: 'box', equals: 'yes' }, ['9.showIf.equals condition_value']],
  [{ field: 'count', equals: 'many' }, ['9.showIf.equals condition_value']],
  [{ field: 'count', notEquals: true }, ['9.showIf.notEquals condition_value']],
  [{ field: 'day', equals: '2026-02-30' }, ['9.showIf.equals condition_value']],
  [{ field: 'colour', notEquals: 'green' }, ['9.showIf.notEquals condition_value']],
  [{ field: 'words', equals: ' yes ' }, ['9.showIf.equals condition_value']],
  [{ field: 'letters', equals: 'RC' }, ['9.showIf.equals condition_value']],
])('a field that is shown by %j is judged: %j', (condition, faults) => {
  expect(judge([...others, field('it', showIf(condition))])).toEqual(faults)
})

test('a field may depend on a field of an earlier role', () => {
  expect(judge([...others, field('it', { role: 'second', ...showIf({ field: 'beside', filled: true }) })])).toEqual([])
})

test.each([2, 3, 7])('a circle of %i fields is reported once, with all their names', (count) => {
  const circle = Array.from({ length: count }, (_, at) =>
    field(`f${at}`, showIf({ field: `f${(at + 1) % count}`, filled: true })),
  )
  const beside = field('tail', showIf({ field: 'f0', filled: true }))
  const faults = findConditionFaults([beside, ...circle, field('free')], roles)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatchObject({ code: 'condition_circle', params: { keys: circle.map(({ key }) => key) } })
})
