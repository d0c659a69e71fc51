import { expect, test } from 'vitest'
import { offeredSince } from './since.ts'

const now = Date.parse('2026-03-10T12:00:00Z')

test.each([
  [{ failingSince: '2026-03-10T10:00:00Z', disabledAt: null }, '2026-03-10T09:59:00.000Z'],
  [{ failingSince: '2026-03-05T10:00:00Z', disabledAt: '2026-03-10T10:00:00Z' }, '2026-03-05T09:59:00.000Z'],
  [{ failingSince: null, disabledAt: '2026-03-09T10:00:00Z' }, '2026-03-09T09:59:00.000Z'],
  [{ failingSince: null, disabledAt: null }, '2026-03-09T12:00:00.000Z'],
])('a webhook with %o is offered to recover since %s', (told, since) => {
  expect(offeredSince(told, now).toISOString()).toBe(since)
})
