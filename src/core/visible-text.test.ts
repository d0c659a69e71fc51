import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkText } from './text.ts'
import { isVisible } from './visible-text.ts'

// Spaces, fillers, tags, selectors, marks without a letter, and symbols that look empty.
const unseen = [
  ...['\u0020', '\u00a0', '\u1680', '\u2003', '\u200a', '\u202f', '\u205f', '\u3000', '\u2028', '\u2029'],
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\u2061', '\ufeff', '\u00ad', '\u034f', '\u061c', '\u180e', '\u200e'],
  ...['\u115f', '\u1160', '\u3164', '\uffa0', '\u17b4', '\u17b5', '\u180b', '\u206f', '\ufff0', '\u{1bca0}'],
  ...['\ufe00', '\ufe0f', '\u{e0100}', '\u{e01ef}', '\u{e0001}', '\u{e0041}', '\u{e007f}', '\u{1d173}'],
  ...['\u2800', '\ufffc', '\u{1d159}', '\u{13441}', '\u{13442}', '\ufff9', '\u0301', '\u20dd', '\u0e31', '\u093e'],
  ...['\ue000', '\u{f0000}', '\u{10fffd}'],
]
const seen = ['a', '山', 'ي', '1', '.', '-', '😀', '⠗', '´', '한', 'ก', '\u3164a', 'e\u0301', '\u200b.\u200b', '🏴']

test('a text without anything visible is empty, whatever it consists of', () => {
  const texts = fc.array(fc.constantFrom(...unseen), { minLength: 1, maxLength: 20 }).map((letters) => letters.join(''))
  fc.assert(fc.property(texts, (text) => !isVisible(text)))
})

test.each(seen)('a text with something visible is not empty: %s', (text) => {
  expect(isVisible(text)).toBe(true)
})

test.each(unseen.filter((letter) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(letter)))(
  'a required text cannot be %j',
  (letter) => {
    expect(checkText(['title'], letter.repeat(3), { maxLength: 9, minLength: 1 })[0]?.code).toBe('required')
  },
)

test('one letter among invisible ones is visible', () => {
  const around = fc.array(fc.constantFrom(...unseen), { maxLength: 9 }).map((letters) => letters.join(''))
  fc.assert(fc.property(around, around, fc.constantFrom(...seen), (left, right, it) => isVisible(left + it + right)))
})
