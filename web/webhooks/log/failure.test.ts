import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { failureOf } from './failure.ts'

const sources = ['src/adapters/outbound-http/failure.ts', 'src/core/webhooks/attempt.ts', 'src/delivery/flight.ts']
const text = sources.map((file) => readFileSync(file, 'utf8')).join('\n')
const outcomes = [
  ...new Set([...text.matchAll(/(?:failure\(|: \[|word: |outcome: )'([a-z_]+)'/g)].map(([, word = '']) => word)),
]

test('the list of outcomes is not empty', () => {
  expect(outcomes).toEqual(expect.arrayContaining(['timeout', 'dns', 'tls', 'oauth', 'internal', 'refused_address']))
})

test.each(outcomes)('the outcome %s has its own explanation', (outcome) => {
  expect(failureOf({ outcome, httpStatus: null })).toBe(outcome)
})

test.each([
  [301, 'redirect'],
  [400, 'client_error'],
  [401, 'unauthorized'],
  [404, 'not_found'],
  [422, 'client_error'],
  [429, 'throttled'],
  [500, 'server_error'],
  [503, 'unavailable'],
])('the answer %i is explained as %s', (httpStatus, name) => {
  expect(failureOf({ outcome: 'http_status', httpStatus })).toBe(name)
})

test('an unknown outcome has an explanation too', () => {
  expect(failureOf({ outcome: 'eclipse', httpStatus: null })).toBe('other')
})
