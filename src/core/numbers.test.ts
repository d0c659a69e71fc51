import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber, isPlainNumber, readNumber } from './numbers.ts'

test.each([
  ['1,234.50', 'en', '1234.50'],
  ['1.234,50', 'de', '1234.50'],
  ['1.234', 'de', '1234'],
  ['1.5', 'de', '1.5'],
  ['1 234,5', 'fr', '1234.5'],
  ['1\u202f234,5', 'fr', '1234.5'],
  ['1’234.5', 'de-CH', '1234.5'],
  ['12,34,567', 'en-IN', '1234567'],
  ['−7', 'sv', '-7'],
  ['+ 7', 'en', '7'],
  ['007', 'en', '7'],
  ['１２', 'ja', '12'],
])('%s in %s is %s', (typed, locale, plain) => expect(readNumber(typed, locale)).toBe(plain))

test.each(['1,5', '1.2.3', '1e3', '0x10', '12 €', 'ten', '1,23,4', '--1', 'NaN', 'Infinity', '.5', '1 2'])(
  '%s is not a number in English and stays as it was typed',
  (typed) => {
    expect(readNumber(typed, 'en')).toBe(typed)
    expect(isPlainNumber(typed)).toBe(false)
  },
)

test('a number that is formatted in a locale reads back as itself', () => {
  const locales = fc.constantFrom('en', 'de', 'fr', 'sv', 'pl', 'hi', 'ar', 'fa', 'ja', 'pt-BR', 'de-CH', 'en-IN')
  const plain = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }))
  const property = fc.property(locales, plain, (locale, [whole, cents]) => {
    const value = cents === 0 ? `${whole}` : `${whole}.${String(cents).padStart(2, '0')}`
    return readNumber(formatNumber(value, locale), locale) === value
  })
  fc.assert(property)
})
