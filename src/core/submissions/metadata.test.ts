import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Parameter, readMetadata, readParameters } from './metadata.ts'
import { namesSecret } from './secret-names.ts'

const secrets = [
  'ssn',
  'itin',
  'password',
  'pwd',
  'pass code',
  'otp',
  'token',
  'access token',
  'secret',
  'client secret',
  'bearer',
  'pin',
  'mot de passe',
]
const phrases = [
  'social security',
  'social security number',
  'api key',
  'private key',
  'credit card number',
  'session id',
  'cvv',
  'jwt',
]
// Each style hides a secret in its letters: inside one word, across two words, or across three.
const innocents = [
  ...['business name', 'class name', 'compass number', 'process name', 'less notes', 'mission', 'session', 'tokenize'],
  ...[
    'put it in',
    'it in',
    'is snow',
    'pass enger',
    'secretary',
    'hot pot',
    'to ken',
    'sec ret',
    'key',
    'access',
    'card',
  ],
  ...[
    'passenger',
    'passage',
    'tokenizer',
    'bearing',
    'spinning',
    'session',
    'api version',
    'keyboard',
    'social',
    'security deposit',
    'credit',
    'mcvcity',
    'cross number',
    'jwtx',
  ],
]
const around = ['', 'applicant', 'the', 'new', 'number', '2']

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const styles: Record<string, (words: string[]) => string> = {
  snake_case: (words) => words.join('_'),
  'kebab-case': (words) => words.join('-'),
  'dot.case': (words) => words.join('.'),
  camelCase: ([first = '', ...rest]) => first + rest.map(capital).join(''),
  PascalCase: (words) => words.map(capital).join(''),
  UPPER_CASE: (words) => words.join('_').toUpperCase(),
  'Train-Case': (words) => words.map(capital).join('-'),
  'with[brackets]': ([first = '', ...rest]) => first + rest.map((word) => `[${word}]`).join(''),
  'in words': (words) => words.join(' '),
}
const wordsOf = (name: string, before: string, after: string) =>
  [before, ...name.split(' '), after].filter((word) => word !== '')

describe.each(Object.entries(styles))('in %s', (_style, write) => {
  const named = (names: string[]) =>
    fc.tuple(fc.constantFrom(...around), fc.constantFrom(...names), fc.constantFrom(...around))

  test('a name that has the word of a secret names a secret', () => {
    const rule = fc.property(named([...secrets, ...phrases]), ([before, name, after]) =>
      namesSecret(write(wordsOf(name, before, after))),
    )
    fc.assert(rule, { numRuns: 300 })
  })

  test('a harmless name is always kept, whatever its letters spell', () => {
    const rule = fc.property(
      named(innocents),
      ([before, name, after]) => !namesSecret(write(wordsOf(name, before, after))),
    )
    fc.assert(rule, { numRuns: 300 })
  })
})

test.each(['applicantSSN', 'SSNs', 'accesstoken', 'PASSWORD', 'SocialSecurityNumber', 'user[ssn]', 'ssn4', 'ＳＳＮ'])(
  '%s names a secret',
  (name) => expect(namesSecret(name)).toBe(true),
)
test.each(['', 'businessname', 'CLASSNAME', 'checkItIn', 'itIn', 'opt_it_in', 'classNumber', 'hasSNname'])(
  '%j names no secret',
  (name) => expect(namesSecret(name)).toBe(false),
)

test('a parameter that is left out is reported by name and reason, and every other one is kept', () => {
  const given: Parameter[] = [
    ['businessName', 'A'],
    ['pwd', 'x'],
    ['utm_source', 'm'],
    ['FBCLID', '1'],
    ['', 'no name'],
    ['\u3164', 'no name that anybody can see'],
    ['itm_source', 'm'],
  ]
  const leftOut = [
    ['pwd', 'secret'],
    ['utm_source', 'tracking'],
    ['FBCLID', 'tracking'],
    ['itm_source', 'tracking'],
  ]
  const found = readParameters(given, null)
  expect(found.metadata).toEqual({ businessName: 'A' })
  expect(found.leftOut.map(({ name, reason }) => [name, reason])).toEqual(leftOut)
})

test('a name that comes several times has all its values in their order', () => {
  const given: Parameter[] = [
    ['x', '1'],
    ['tags[]', 'a'],
    ['x', '2'],
    ['tags[]', 'b'],
    ['one', '1'],
  ]
  expect(readParameters(given, null).metadata).toEqual({ x: ['1', '2'], 'tags[]': ['a', 'b'], one: '1' })
})

test('an organization sets its own tracking parameters, and none of the metadata it gives counts as tracking', () => {
  expect(
    readParameters(
      [
        ['utm_source', 'm'],
        ['promo_a', '1'],
      ],
      ['promo_*'],
    ).metadata,
  ).toEqual({ utm_source: 'm' })
  expect(readMetadata({ utm_source: 'm', token: 'x' }).metadata).toEqual({ utm_source: 'm' })
})
