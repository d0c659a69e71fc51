import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoment, readMoment } from './moments.ts'

test('a day that no calendar has is refused as a time', () => {
  for (const text of ['2026-02-30', '2026-02-29T10:00:00Z', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])
    expect(readMoment(text), text).toBeNull()
})

test('a calendar day means the time it begins, leap days included', () => {
  expect(readMoment('2028-02-29')).toEqual(new Date(Date.UTC(2028, 1, 29)))
  expect(readMoment('2026-03-01T00:30:00+02:00')).toEqual(new Date('2026-02-28T22:30:00Z'))
})

test('times of any age can be read in the platform’s format', () => {
  const known = [0, -1, 999, 1e12 + 7, -62_198_755_200_000, 8.64e15, -8.64e15].map((time) => new Date(time))
  for (const moment of known) expect(formatMoment(moment)).toBe(moment.toISOString())
  const anyMoment = fc.date({ noInvalidDate: true })
  fc.assert(fc.property(anyMoment, (moment) => formatMoment(moment) === moment.toISOString()))
})
