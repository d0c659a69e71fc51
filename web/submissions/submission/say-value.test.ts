import { expect, test } from 'vitest'
import { sayValue } from './say-value.ts'

test.each([
  ['date', '2026-04-01', 'en', 'April 1, 2026'],
  ['date', '2026-04-01', 'fr', '1 avril 2026'],
  ['date', 'soon', 'en', 'soon'],
  ['signing_date', '2026-04-01', 'en', 'April 1, 2026 UTC'],
  ['number', '1234.5', 'en', '1,234.5'],
  ['checkbox', 'true', 'en', 'yes'],
  ['checkbox', '', 'en', ''],
  ['text', 'true', 'en', 'true'],
  [undefined, '2026-04-01', 'en', '2026-04-01'],
])('a %s with the value "%s" reads in %s as "%s"', (type, value, language, said) => {
  expect(sayValue(type, value, language, 'yes')).toBe(said)
})
