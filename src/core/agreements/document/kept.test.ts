import { expect, test } from 'vitest'
import { readAgreement } from './kept.ts'

test('a source that is shown twice is parsed once', () => {
  expect(readAgreement('# A')).toBe(readAgreement('# A'))
})

test('only the most recently used documents are kept', () => {
  const first = readAgreement('first')
  for (let index = 0; index < 12; index += 1) readAgreement(`${index} ${'words '.repeat(40_000)}`)
  expect(readAgreement('first')).not.toBe(first)
})
