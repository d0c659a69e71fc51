import { expect, test } from 'vitest'
import { readMoment } from './moments.ts'

test('days that no calendar has are no moments', () => {
  for (const text of ['2026-02-30', '2026-02-29T10:00:00Z', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])
    expect(readMoment(text), text).toBeNull()
})

test('days that there are name the moment they begin, leap days included', () => {
  expect(readMoment('2028-02-29')).toEqual(new Date(Date.UTC(2028, 1, 29)))
  expect(readMoment('2026-03-01T00:30:00+02:00')).toEqual(new Date('2026-02-28T22:30:00Z'))
})
