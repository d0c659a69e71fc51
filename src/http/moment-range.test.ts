import { expect, test } from 'vitest'
import { saySentence } from '../texts/index.ts'
import { readMomentRange } from './moment-range.ts'

function refusalOf(text: string): string {
  const read = readMomentRange(text)
  return 'section' in read ? saySentence(read) : ''
}

test.each([
  ['2026-03-01', '2026-03-01T00:00:00.000000Z', '2026-03-02T00:00:00.000000Z'],
  ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000000Z', '2026-03-01T12:00:00.001000Z'],
  ['2026-03-01T12:00Z', '2026-03-01T12:00:00.000000Z', '2026-03-01T12:00:00.001000Z'],
  ['2026-03-01T12:00:00.123456Z', '2026-03-01T12:00:00.123456Z', '2026-03-01T12:00:00.123457Z'],
  ['2026-03-01T12:00:00.999999999+01:00', '2026-03-01T11:00:00.999999Z', '2026-03-01T11:00:01.000000Z'],
  ['2000-01-01T00:00:00.000001Z', '2000-01-01T00:00:00.000001Z', '2000-01-01T00:00:00.000002Z'],
  ['2026-03-01..2026-03-02', '2026-03-01T00:00:00.000000Z', '2026-03-02T00:00:00.000000Z'],
  ['2026-03-01..', '2026-03-01T00:00:00.000000Z', undefined],
  ['..2026-03-01T00:00:00.5Z', undefined, '2026-03-01T00:00:00.500000Z'],
])('%s is a range of time', (text, from, before) => {
  expect(readMomentRange(text)).toEqual({ ...(from ? { from } : {}), ...(before ? { before } : {}) })
})

test.each([
  '',
  '..',
  '...',
  'x',
  '2026-02-30',
  '2026-03-01..x',
  'x..2026-03-01',
  '2026-3-1',
  '1767225600',
  '2026-03-01T12:00:00',
  'a..b..c',
])('%j is refused as a range of time', (text) => {
  expect(refusalOf(text)).toContain('Use a moment')
})

test.each([
  ['1970-01-01..', 'milliseconds'],
  ['1999-12-31T23:59:59.999999Z', 'milliseconds'],
  ['..1970-01-21T10:53:45Z', 'milliseconds'],
  ['2026-05-01..2026-01-01', 'ends before it begins'],
])('%s is refused with a hint', (text, words) => {
  expect(refusalOf(text)).toContain(words)
})
