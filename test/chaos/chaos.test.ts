import { expect, test } from 'vitest'
import { countUp, type Evidence, findFaults } from './account.ts'
import { killProcesses } from './faults.ts'
import { useRealPostgres } from './ground.ts'
import { createRandom } from './random.ts'
import { runScenario } from './scenario.ts'

const tenant = { slug: 'north', link: '', path: '/north' }
const arrival = { path: '/north', id: 'evt_1', token: 'load-north-1', sha256: 'a', at: 5_000, answeredAt: 5_001 }
const good: Evidence = {
  load: { acknowledged: [{ token: arrival.token, tenant, at: 4_900 }], refused: [] },
  arrivals: [arrival],
  outages: [],
  lostClaims: new Map(),
  leftovers: { open: 0, halves: 0 },
}

test('kill -9 of worker and server loses nothing, mixes up nothing, and leaves nothing idle', {
  timeout: 90_000,
}, async () => {
  const scenario = {
    fault: killProcesses,
    takesAway: true,
    parts: ['http', 'worker'],
    ground: () => useRealPostgres(),
  } as const
  const { account, faults } = await runScenario(scenario, 3, createRandom(7))
  expect(faults).toEqual([])
  expect(account.acknowledged).toBeGreaterThan(20)
})

test('the judge finds missing, changed, duplicate, wrongly refused and wrongly delivered events', () => {
  expect(findFaults(countUp(good))).toEqual([])
  const acknowledged = [1, 2].map((number) => ({ token: `load-north-${number}`, tenant, at: 1_000 }))
  const arrivals = [arrival, { ...arrival, sha256: 'b', path: '/south' }]
  const refused = [{ token: '', status: 500, at: 0 }]
  const bad = { ...good, load: { acknowledged, refused }, arrivals, leftovers: { open: 1, halves: 1 } }
  expect(findFaults(countUp(bad))).toHaveLength(8)
})

test('a duplicate is allowed only for a send that was in flight at a fault', () => {
  const twice = { ...good, arrivals: [arrival, arrival] }
  expect(countUp({ ...twice, lostClaims: new Map([['evt_1', 1]]) })).toMatchObject({ duplicates: 1, unexplained: 0 })
  expect(countUp({ ...twice, lostClaims: new Map([['evt_2', 5]]) })).toMatchObject({ duplicates: 1, unexplained: 1 })
})

test('time within an outage does not count as idle, and time outside of it does', () => {
  const load = { ...good.load, acknowledged: [{ token: arrival.token, tenant, at: 1_000 }] }
  const account = countUp({ ...good, load, outages: [{ from: 1_500, until: 4_500 }] })
  expect(account).toMatchObject({ longestWaitMs: 500, longestIdleMs: 500 })
})

test('an event that waits its turn behind others is not idle, and one that waits for nothing is', () => {
  const load = { ...good.load, acknowledged: [{ token: arrival.token, tenant, at: 1_000 }] }
  const others = [2_500, 4_000].map((at) => ({ ...arrival, id: `evt_${at}`, token: `load-north-${at}`, at }))
  const account = countUp({ ...good, load, arrivals: [arrival, ...others] })
  expect(account).toMatchObject({ longestWaitMs: 4_000, longestIdleMs: 1_500 })
  const elsewhere = others.map((one) => ({ ...one, path: '/south', token: 'load-south-1' }))
  expect(countUp({ ...good, load, arrivals: [arrival, ...elsewhere] }).longestIdleMs).toBe(4_000)
})
