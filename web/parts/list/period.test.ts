import { expect, test } from 'vitest'
import { localOf, periodOf, readPeriod } from './period.ts'

const [from, before] = ['2026-03-10T12:00:00.000Z', '2026-03-11T12:30:00.000Z']

test.each([`${from}..${before}`, `${from}..`, `..${before}`])('the address %s matches the fields', (text) => {
  expect(periodOf(readPeriod(text))).toBe(text)
})

test.each([undefined, '', '..', 'yesterday', 'yesterday..tomorrow'])('%s is not a period', (text) => {
  expect(periodOf(readPeriod(text))).toBeUndefined()
})

test('the field of a moment shows the same moment, to the minute', () => {
  expect(new Date(localOf(from))).toEqual(new Date(from))
})
