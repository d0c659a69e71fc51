import { expect, test } from 'vitest'
import { judge } from './outcome.ts'
import { defaultWaits, readRetryAfter, waitAfter } from './schedule.ts'

const now = new Date('2026-03-01T12:00:00.000Z')
const empty = Buffer.alloc(0)
const answer = (status: number, headers = {}) => judge({ kind: 'answer', status, headers, body: empty }, 1, now)

test('only 2xx is a success', () => {
  const delivered = Array.from({ length: 500 }, (_, index) => index + 100).filter(
    (status) => answer(status).state === 'delivered',
  )
  expect(delivered).toEqual(Array.from({ length: 100 }, (_, index) => index + 200))
})

test('only 410 ends the delivery and disables the webhook', () => {
  expect(answer(410)).toMatchObject({ state: 'failed', disable: true })
  expect(answer(404)).toMatchObject({ state: 'retry', disable: false })
})

test.each([429, 502, 503, 504])('%i pauses the webhook', (status) => {
  expect(answer(status)).toMatchObject({ state: 'retry', pauseMs: 5_000 })
  expect(answer(status, { 'retry-after': '30' })).toMatchObject({ delayMs: 30_000, pauseMs: 30_000 })
})

test('retries continue for more than three days and then end', () => {
  expect(defaultWaits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(72 * 3_600_000)
  expect(waitAfter(defaultWaits.length, null)).toBeGreaterThan(0)
  expect(waitAfter(defaultWaits.length + 1, null)).toBeNull()
})

test('a delay differs from the planned one by at most a tenth', () => {
  expect([0, 0.5, 1].map((random) => waitAfter(1, null, defaultWaits, random))).toEqual([4_500, 5_000, 5_500])
})

test.each([
  ['120', 120_000],
  ['0', null],
  ['-5', null],
  ['1.5', null],
  ['315360000', 86_400_000],
  ['Sun, 01 Mar 2026 12:01:00 GMT', 60_000],
  ['Sun, 01 Mar 2026 11:59:00 GMT', null],
  ['Sun, 01 Mar 2036 12:00:00 GMT', 86_400_000],
  ['soon', null],
  [undefined, null],
])('Retry-After %s asks for a wait of %s ms', (header, expected) => {
  expect(readRetryAfter(header, now)).toBe(expected)
})
