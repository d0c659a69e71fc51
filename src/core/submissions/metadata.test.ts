import { expect, test } from 'vitest'
import { type Parameter, readMetadata, readParameters } from './metadata.ts'
import { namesSecret } from './secret-names.ts'

const secret = [
  'ssn',
  'sin_ssn',
  'applicantSSN',
  'SSNs',
  'user[ssn]',
  'social-security',
  'socialSecurityNumber',
  'token',
]
const more = ['pwd', 'passWord', 'PASSWORD', 'access_token', 'apiKey', 'client.secret', 'creditCardNumber', 'cvv']
const innocent = [
  'businessName',
  'classname',
  'compassnumber',
  'session',
  'tokenize',
  'key',
  'passenger',
  'mission',
  '',
]

test.each([...secret, ...more])('%s names a secret', (name) => expect(namesSecret(name)).toBe(true))
test.each(innocent)('%j names no secret', (name) => expect(namesSecret(name)).toBe(false))

test('what is left out of an address is told by name and reason, and everything else is kept', () => {
  const given: Parameter[] = [
    ['businessName', 'A'],
    ['pwd', 'x'],
    ['utm_source', 'm'],
    ['FBCLID', '1'],
    ['', 'no name'],
  ]
  const leftOut = [
    ['pwd', 'secret'],
    ['utm_source', 'tracking'],
    ['FBCLID', 'tracking'],
  ]
  const found = readParameters(given, null)
  expect(found.metadata).toEqual({ businessName: 'A' })
  expect(found.leftOut.map(({ name, reason }) => [name, reason])).toEqual(leftOut)
})

test('a name that comes more than once has all its values, in their order', () => {
  const given: Parameter[] = [
    ['x', '1'],
    ['tags[]', 'a'],
    ['x', '2'],
    ['tags[]', 'b'],
    ['one', '1'],
  ]
  expect(readParameters(given, null).metadata).toEqual({ x: ['1', '2'], 'tags[]': ['a', 'b'], one: '1' })
})

test('an organization says itself what is tracking, and what it gives itself is not tracking', () => {
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
