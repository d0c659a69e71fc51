import { expect, test } from 'vitest'
import { sayFault } from '../texts/index.ts'
import { checkText } from './text.ts'

const rule = { maxLength: 10 }

test.each([
  ['a\u0000', 'NUL', 'U+0000', 2],
  ['ab\u0007', 'control character', 'U+0007', 3],
  ['\u202eevil', 'bidirectional override', 'U+202E', 1],
  ['x\ufdd0', 'non-character', 'U+FDD0', 2],
  ['x\u{1ffff}', 'non-character', 'U+1FFFF', 2],
  ['😀\ud800', 'lone surrogate', 'U+D800', 2],
  ['a\nb', 'control character', 'U+000A', 2],
])('the text %j is refused by name and position', (text, name, code, position) => {
  const sentence = `Remove the ${name} (${code}) at position ${position}.`
  expect(checkText(['name'], text, rule).map((fault) => sayFault(fault))).toEqual([sentence])
})

test.each(['José', '日本語', 'عربي', '👩‍👩‍👧', 'a\u0301'])('the text %s is accepted', (text) => {
  expect(checkText(['name'], text, rule)).toEqual([])
})

test('a length counts code points, and a multi-line text may have line ends', () => {
  expect(checkText([], '😀'.repeat(10), rule)).toEqual([])
  expect(checkText([], '😀'.repeat(11), rule)[0]?.code).toBe('max_length')
  expect(checkText([], 'a\nb\tc', { ...rule, multiline: true })).toEqual([])
  expect(checkText([], '  ', { ...rule, minLength: 1 })[0]?.code).toBe('required')
})
