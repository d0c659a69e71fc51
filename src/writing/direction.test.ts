import { expect, test } from 'vitest'
import { directionOf, directionOfLanguage, hasFromRight } from './direction.ts'

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['yi', 'rtl'],
  ['dv', 'rtl'],
  ['ku-Arab', 'rtl'],
  ['az-Arab', 'rtl'],
  ['en', 'ltr'],
  ['ja', 'ltr'],
  ['ku', 'ltr'],
  ['sr-Latn', 'ltr'],
])('the language %s is read %s', (tag, direction) => {
  expect(directionOfLanguage(tag)).toBe(direction)
})

test.each([
  ['هذا عقد', 'ltr', 'rtl'],
  ['Sealane International Holdings Limited شركة', 'rtl', 'rtl'],
  ['An English sentence with שלום in it', 'ltr', 'ltr'],
  ['An English sentence', 'rtl', 'ltr'],
  ['1,200.00 €', 'rtl', 'rtl'],
  ['', 'rtl', 'rtl'],
  ['12 %', 'ltr', 'ltr'],
] as const)('%j in a document that is read %s is read %s', (text, base, direction) => {
  expect(directionOf(text, base)).toBe(direction)
})

test('every letter of a script from right to left is seen', () => {
  const scripts = 'Hebrew Arabic Syriac Thaana Nko Samaritan Mandaic Adlam Hanifi_Rohingya Mende_Kikakui Yezidi'.split(
    ' ',
  )
  const right = new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u')
  const letters = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code))
  expect(letters.filter((letter) => right.test(letter) !== hasFromRight(letter))).toEqual([])
})
