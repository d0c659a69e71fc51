import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayFault } from '../texts/index.ts'
import { checkFuture, checkHappened } from './moments.ts'

const now = new Date('2026-03-01T12:00:00Z')
const day = 86_400_000

test('any past time in seconds is refused with a hint at milliseconds', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: now, noInvalidDate: true }), (moment) => {
      const [fault] = checkHappened(now, ['since'], new Date(Math.floor(moment.getTime() / 1_000)))
      expect(fault).toMatchObject({ path: ['since'], code: 'moment' })
      expect(fault && sayFault(fault)).toContain('milliseconds')
      expect(checkHappened(now, ['since'], moment)).toEqual([])
    }),
  )
})

test.each([
  [Date.UTC(2000, 0, 1) - 1, false],
  [Date.UTC(2000, 0, 1), true],
  [now.getTime() + day, true],
  [now.getTime() + day + 1, false],
])('the span from 2000 to tomorrow contains %s: %s', (moment, isOne) => {
  expect(checkHappened(now, [], new Date(moment)).length === 0).toBe(isOne)
})

test.each([
  ['seconds', 1_800_000_000],
  ['microseconds', 1_800_000_000_000_000],
])('an end given in %s is refused with the hint at milliseconds', (_unit, given) => {
  const [fault] = checkFuture(now, ['expiresAt'], new Date(given))
  expect(fault && sayFault(fault)).toContain('milliseconds')
})
