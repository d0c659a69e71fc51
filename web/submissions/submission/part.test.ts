import { expect, test } from 'vitest'
import { awaitedOf, isSealLate, nameOf } from './part.ts'

const signer = (name: string, attributes: object) => ({
  id: name,
  attributes: {
    name,
    kind: 'signer',
    order: 1,
    signedAt: null,
    approvedAt: null,
    declinedAt: null,
    turnCameAt: null,
    ...attributes,
  },
})
const [signedAt, turnCameAt] = ['2026-11-26T10:00:00Z', '2026-11-26T09:00:00Z']

test.each([
  [
    'those whose turn has come',
    [signer('Ada', { signedAt }), signer('Bo', { turnCameAt, order: 2 }), signer('Cy', { order: 3 })],
    ['Bo'],
  ],
  ['all whose turn it is at once', [signer('Ada', { turnCameAt }), signer('Bo', { turnCameAt })], ['Ada', 'Bo']],
  ['the first, while nobody has begun', [signer('Bo', { order: 2 }), signer('Ada', {})], ['Ada']],
  ['nobody who only gets a copy', [signer('Ada', { signedAt }), signer('Bo', { kind: 'copy' })], []],
])('a submission waits for %s', (_, signers, names) => {
  expect(awaitedOf(JSON.parse(JSON.stringify(signers))).map(nameOf)).toEqual(names)
})

test.each([
  ['is not late within five minutes', 299_000, false],
  ['is late after five minutes', 301_000, true],
])('the seal of a submission that all have signed %s', (_, after, isLate) => {
  const signers = [
    signer('Ada', { signedAt }),
    signer('Bo', { approvedAt: turnCameAt }),
    signer('Cy', { kind: 'copy' }),
  ]
  expect(isSealLate(JSON.parse(JSON.stringify(signers)), Date.parse(signedAt) + after)).toBe(isLate)
})

test('nothing is late while nobody has signed', () => {
  expect(isSealLate([], Date.parse(signedAt))).toBe(false)
})
