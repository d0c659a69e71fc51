import { expect, test } from 'vitest'
import { inUnit, sayDuration, unitOf } from './durations.ts'

test.each([
  [0, '0 seconds'],
  [9_000, '9 seconds'],
  [119_000, '119 seconds'],
  [120_000, '2 minutes'],
  [5_400_000, '90 minutes'],
  [9_000_000, '2.5 hours'],
  [259_200_000, '3 days'],
])('%d ms are %s', (ms, words) => expect(sayDuration(ms, 'en')).toBe(words))

test('a day without durations has no value in any unit', () => {
  expect([inUnit(null, 'hour'), inUnit(5_400_000, 'hour'), unitOf(7_200_000)]).toEqual([null, 1.5, 'hour'])
})
