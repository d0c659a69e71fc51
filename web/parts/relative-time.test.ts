import { expect, test } from 'vitest'
import { sayExactly, sayRelative } from './relative-time.ts'

const now = Date.parse('2026-03-10T12:00:00Z')

test.each([
  ['2026-03-10T11:59:30Z', 'en', 'just now'],
  ['2026-03-10T12:00:40Z', 'en', 'just now'],
  ['2026-03-10T11:57:10Z', 'en', '2 minutes ago'],
  ['2026-03-10T14:30:00Z', 'en', 'in 2 hours'],
  ['2026-03-09T11:00:00Z', 'en', 'yesterday'],
  ['2026-03-01T12:00:00Z', 'en', 'last week'],
  ['2025-12-01T12:00:00Z', 'en', '3 months ago'],
  ['2024-01-01T12:00:00Z', 'en', '2 years ago'],
  ['2026-03-10T09:00:00Z', 'fr', 'il y a 3 heures'],
])('%s is in %s: %s', (at, language, words) => {
  expect(sayRelative(new Date(at), now, language, 'just now')).toBe(words)
})

test('the exact time is shown in its zone and in UTC', () => {
  const { local, utc } = sayExactly(new Date('2026-03-10T09:05:07Z'), 'en')
  expect(local).toMatch(/Mar 10, 2026.*\d:\d\d:07.*(UTC|GMT|[A-Z]{3,4})/)
  expect(utc).toBe('Mar 10, 2026, 9:05:07 AM')
})
