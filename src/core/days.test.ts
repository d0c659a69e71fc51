import { expect, test } from 'vitest'
import { formatDay, isDay, readDay } from './days.ts'

test.each([
  ['2026-12-01', 'en', '2026-12-01'],
  ['12/1/2026', 'en', '2026-12-01'],
  ['1/12/2026', 'en-GB', '2026-12-01'],
  ['01.12.2026', 'de', '2026-12-01'],
  ['2026. 12. 1.', 'ko', '2026-12-01'],
  ['\u200e01\u200e/12/2026', 'fr', '2026-12-01'],
  ['٠١/١٢/٢٠٢٦', 'ar', '2026-12-01'],
])('%s in %s is the day %s', (typed, locale, day) => expect(readDay(typed, locale)).toBe(day))

test.each(['12/1/26', 'tomorrow', '2026-12', '', '1.2.3.2026', '2026-02-30'])(
  '%j is not made into another day',
  (typed) => {
    expect(readDay(typed, 'en')).toBe(typed)
  },
)

test.each([
  ['en-US', '12/01/2026'],
  ['en-GB', '01/12/2026'],
  ['de', '01.12.2026'],
  ['sv', '2026-12-01'],
  ['th', '01/12/2026'],
])('a day is written as people of %s write it: %s', (locale, shown) => {
  expect(formatDay('2026-12-01', locale)).toBe(shown)
  expect(readDay(shown, locale)).toBe('2026-12-01')
})

test('a text is a day only if the calendar has it', () => {
  expect(['2024-02-29', '0001-01-01', '9999-12-31'].every(isDay)).toBe(true)
  expect(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', ' 2026-01-01', '10000-01-01'].some(isDay)).toBe(false)
})
