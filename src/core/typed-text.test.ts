import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '../../test/support/any-character.ts'
import { checkTyped, readTyped, readTypedCode } from './typed-text.ts'

test.each([
  ['bidi marks around it', '\u202a+1 415 555 0100\u202c', '+1 415 555 0100'],
  ['isolates around it', '\u2066Robin\u2069', 'Robin'],
  ['marks of direction', '\u200eRobin\u200f\u061c', 'Robin'],
  ['a tab between', 'Robin\tClear', 'Robin Clear'],
  ['line ends between', 'Robin\r\nClear\u2028Jr\u000bII', 'Robin Clear Jr II'],
  ['a byte order mark', '\ufeffRobin', 'Robin'],
  ['soft hyphens', 'Donau\u00addampf\u00adschiff', 'Donaudampfschiff'],
  ['spaces of other kinds', 'Robin\u00a0\u202fClear\u2003', 'Robin  Clear'],
  ['zero width spaces', 'Ro\u200bbin\u2060', 'Robin'],
  ['joiners where nothing joins', 'Ro\u200d\u200cbin\u200d', 'Robin'],
  ['selectors without anything to select', '\ufe0fRobin\u{e0101}', 'Robin'],
  ['hidden words in tags', 'Robin\u{e0041}\u{e0042}\u{e007f}', 'Robin'],
  ['fillers', '\u3164Robin\uffa0\u115f', 'Robin'],
])('%s is removed from pasted text', (_what, typed, kept) => {
  expect(readTyped(typed)).toBe(kept)
})

test.each([
  'می\u200cخواهم',
  'क्\u200dष',
  '👩\u200d👩\u200d👧',
  '❤\ufe0f',
  '葛\u{e0100}',
  '\u1103\u1160',
  '山田\u3000太郎',
])('the character that shapes %s stays', (text) => expect(readTyped(text)).toBe(text))

test('the flag of a region stays whole, and its letters alone are removed', () => {
  const scotland = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'
  expect(readTyped(`a${scotland}b`)).toBe(`a${scotland}b`)
  expect(readTyped(`a${scotland.slice(2)}b`)).toBe('ab')
})

test('a multi-line text keeps its lines, and only a text without anything visible becomes empty', () => {
  expect(readTyped(' one\r\ntwo\rthree\t3 ', { multiline: true })).toBe('one\ntwo\nthree 3')
  expect(readTyped('\u2800\u200b\n\u3164', { multiline: true })).toBe('')
})

test.each([
  ['ｒｏｂｉｎ＠ｅｘａｍｐｌｅ.com', 'robin@example.com'],
  ['529\u201183\u20121274', '529-83-1274'],
  ['٠١٢ ۳۴ ०१', '012 34 01'],
])('an address or a number typed as %s is read as %s', (typed, kept) => expect(readTypedCode(typed)).toBe(kept))

test('cleaning twice changes nothing, and leaves only unprintable characters for a form to refuse', () => {
  const property = fc.property(fc.string({ unit: anyCharacter }), (typed) => {
    const kept = readTyped(typed)
    return readTyped(kept) === kept && !/[\u202a-\u202e\u2066-\u2069\t\n]/.test(kept)
  })
  fc.assert(property, { numRuns: 2_000 })
})

test.each([
  ['Ro\u0007bin', 'control', 'U+0007', 'Ro'],
  ['\ue000x', 'private', 'U+E000', ''],
  ['x\ufdd0', 'non_character', 'U+FDD0', 'x'],
])('the unprintable character in %j is named with its place', (text, kind, code, before) => {
  const [fault] = checkTyped(['name'], text, { maxLength: 20 })
  expect(fault).toMatchObject({ code: 'unprintable', params: { kind, code, before } })
})
