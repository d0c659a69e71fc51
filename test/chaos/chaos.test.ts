import { expect, test } from 'vitest'
import { countUp, findFaults } from './account.ts'
import { killProcesses, runCrashes } from './crashes.ts'
import { createRandom } from './random.ts'

const tenant = { slug: 'north', link: '', path: '/north' }
const arrival = { path: '/north', id: 'evt_1', token: 'load-north-1', sha256: 'a', at: 5_000 }

test('kill -9 of worker and server loses nothing, mixes nothing up, and leaves nothing idle', {
  timeout: 90_000,
}, async () => {
  const account = await runCrashes(killProcesses, 3, createRandom(7))
  expect(findFaults(account)).toEqual([])
  expect(account.acknowledged).toBeGreaterThan(20)
})

test('the account sees what is missing, changed, doubled or in the wrong hands', () => {
  const load = [1, 2].map((number) => ({ token: `load-north-${number}`, tenant, at: 1_000 }))
  const arrivals = [arrival, { ...arrival, sha256: 'b', path: '/south' }]
  expect(findFaults(countUp(load, arrivals, [], 0))).toHaveLength(5)
})

test('time in an outage is not idle time, and time beside it is', () => {
  const outage = { from: 1_500, until: 4_500 }
  const account = countUp([{ token: arrival.token, tenant, at: 1_000 }], [arrival], [outage], 0)
  expect(account.longestIdleMs).toBe(500)
})
