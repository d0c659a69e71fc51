import fc from 'fast-check'
import { expect, test } from 'vitest'
import { database, keyActor, newContext } from '../../../test/support/organization.ts'
import { newVerification, runJob } from '../../../test/support/verifications.ts'
import { simulator } from '../../adapters/providers/simulator/index.ts'
import type { Context } from '../context.ts'
import {
  applyProviderReport,
  cancelVerification,
  decideVerification,
  getVerification,
  listDecisions,
  listVerifications,
  type Provider,
} from './index.ts'

const tier2 = { type: 'us_criminal_record_check', tier: 'request_us_criminal_record_check_tier_2' }

async function at(ctx: Context, id: string, ms: number) {
  await runJob(ctx, 'verification.sync', id, ms)
  const { status, result, subStatus } = await getVerification(ctx, id)
  return [status, result, subStatus]
}

async function eventsOf(ctx: Context, id: string) {
  const rows = await ctx.db.selectFrom('events').select('data').where('subject_id', '=', id).execute()
  return rows.map(({ data }) => data)
}

test.each([
  ['a drug test', { type: 'panel_drug', tier: 'panel 7' }, ['started', 'in_progress', 'completed'], []],
  ['an identity check', {}, ['started', 'in_progress', 'completed'], []],
  ['a tier 2 check', tier2, ['in_progress', 'completed'], ['national_level_check', 'county_level_check']],
  ['a vehicle record', { type: 'motor_vehicle_record' }, ['in_progress', 'completed'], []],
])('%s goes through its documented states, one event for each change', async (_, kind, statuses, levels) => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, kind)
  for (const ms of [0, 0, 1_000, 1_500, 2_000, 3_000, 3_000]) await runJob(ctx, 'verification.sync', id, ms)
  const seen = await eventsOf(ctx, id)
  expect([...new Set(seen.map(({ status }) => status))].sort()).toEqual([...statuses].sort())
  expect(seen.flatMap(({ subStatus }) => subStatus ?? []).sort()).toEqual([...levels].sort())
  const { details } = await getVerification(ctx, id)
  expect(seen.length).toBe(1 + Number(details.revision))
})

/** Applies the simulator's reports at these times (ms after the order), in the given order. */
async function hear(ctx: Context, id: string, moments: number[]): Promise<void> {
  const reference = String((await getVerification(ctx, id)).details.provider_ref)
  for (const ms of moments) {
    const report = await simulator.fetch(reference, new Date(ctx.now.getTime() + ms))
    await applyProviderReport(ctx, id, { ...report, reference, harmless: simulator.harmless })
  }
}

test('reports in any order, also repeated ones, lead to the state of the newest', async () => {
  const moments = [0, 0, 1_500, 1_500, 3_000, 3_000, 5_000, 5_000, 7_000]
  const property = fc.asyncProperty(fc.shuffledSubarray(moments, { minLength: moments.length }), async (arrived) => {
    const ctx = await newContext()
    const { id } = await newVerification(ctx, { ...tier2, last: 'Dispute' })
    await runJob(ctx, 'verification.submit', id)
    await hear(ctx, id, arrived)
    const { status, result, details } = await getVerification(ctx, id)
    expect([status, result, details.revision]).toEqual(['completed', 'verified', 5])
  })
  await fc.assert(property, { numRuns: 8 })
})

test('a newer revision reopens a disputed verification, and nothing of the old rejection stays', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, { type: 'motor_vehicle_record', last: 'Dispute' })
  await runJob(ctx, 'verification.submit', id)
  expect(await at(ctx, id, 2_000)).toEqual(['completed', 'rejected', null])
  expect((await getVerification(ctx, id)).details.reason_codes).toEqual(['record_found'])
  expect(await at(ctx, id, 4_000)).toEqual(['in_progress', 'pending', null])
  expect(await getVerification(ctx, id)).toMatchObject({
    completedAt: null,
    details: { reason_codes: [], outcome: null },
  })
  expect(await at(ctx, id, 6_000)).toEqual(['completed', 'verified', null])
})

test('a finding waits for a person, whose decision stays until a newer report', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, { ...tier2, last: 'Consider' })
  await runJob(ctx, 'verification.submit', id)
  expect(await at(ctx, id, 9_000)).toEqual(['in_progress', 'pending', null])
  expect((await getVerification(ctx, id)).details).toMatchObject({ waiting_on: 'client', review: { state: 'needed' } })
  await decideVerification(ctx, id, { result: 'rejected', reason: 'Fraud in this line of work.' })
  expect(await at(ctx, id, 9_999)).toEqual(['completed', 'rejected', null])
  await expect(decideVerification(ctx, id, { result: 'verified' })).rejects.toMatchObject({ code: 'review_not_needed' })
})

test('a verification and its scans show who decided and why, as the decision does', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, { ...tier2, last: 'Consider' })
  await runJob(ctx, 'verification.submit', id)
  await at(ctx, id, 9_000)
  const told = await decideVerification(ctx, id, { result: 'rejected', reason: 'Fraud.' })
  const review = { state: 'decided', by: expect.objectContaining({ kind: ctx.actor.kind }), reason: 'Fraud.' }
  expect(told.verification.details).toMatchObject({ review })
  expect((await getVerification(ctx, id)).details).toMatchObject({ review })
  const { items } = await listVerifications(ctx, { filters: [{ field: 'parentId', oneOf: [id] }] })
  const decided = items.filter(({ details }) => 'review' in details)
  expect(decided.length).toBeGreaterThan(0)
  expect(decided.map(({ details }) => details.review)).toEqual(decided.map(() => expect.objectContaining(review)))
})

test('a newer report supersedes a decision, which stays beside the next one', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, { ...tier2, last: 'Consider' })
  await runJob(ctx, 'verification.submit', id)
  await at(ctx, id, 9_000)
  const { decision } = await decideVerification(ctx, id, { result: 'rejected' })
  const reference = String((await getVerification(ctx, id)).details.provider_ref)
  const report = await simulator.fetch(reference, new Date(ctx.now.getTime() + 9_000))
  await applyProviderReport(ctx, id, { ...report, reference, harmless: simulator.harmless, revision: 99 })
  const { decision: second } = await decideVerification(ctx, id, { result: 'verified' })
  const { items } = await listDecisions(ctx, { sorts: [{ field: 'supersededAt', direction: 'asc' }] })
  expect(items).toEqual([{ ...decision, supersededAt: ctx.now }, second])
})

test.each([
  [
    { type: 'panel_drug', tier: 'panel 5' },
    { status: 'cancelled', completedAt: null },
  ],
  [{}, { status: 'cancelled', completedAt: null }],
  [tier2, { status: 'completed' }],
  [{ type: 'motor_vehicle_record' }, { status: 'completed' }],
])('%j that is cancelled ends without a result, says why, and stays so', async (kind, end) => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, kind)
  await runJob(ctx, 'verification.submit', id)
  await cancelVerification(ctx, id, { reason: 'Moved away.' })
  await runJob(ctx, 'verification.sync', id, 9_000)
  const details = { outcome: 'cancelled', reason_codes: ['request_withdrawn'], reason: 'Moved away.' }
  expect(await getVerification(ctx, id)).toMatchObject({
    ...end,
    result: null,
    subStatus: null,
    cancelledAt: ctx.now,
    details,
  })
  await expect(cancelVerification(ctx, id)).rejects.toMatchObject({ code: 'verification_closed' })
})

test.each([
  ['000-12-3456', 'ssn_refused'],
  ['666-12-3456', 'bad_request'],
])('an order with the number %s is refused by the provider and ends with the reason %s', async (ssn, code) => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, { ...tier2, ssn })
  await runJob(ctx, 'verification.submit', id)
  const details = { outcome: 'unable_to_complete', reason_codes: [code] }
  expect(await getVerification(ctx, id)).toMatchObject({ status: 'completed', result: null, details })
})

test('an order that is sent twice is placed once at the provider', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx)
  const keys: string[] = []
  const order: Provider['order'] = async (asked, now) => {
    if (keys.push(asked.key) === 1) throw new Error('cut')
    return simulator.order(asked, now)
  }
  const counting: Provider = { ...simulator, order }
  await expect(runJob(ctx, 'verification.submit', id, 0, { providers: { counting } })).rejects.toThrow('cut')
  for (const again of [1, 2]) await runJob(ctx, 'verification.submit', id, again, { providers: { counting } })
  expect(keys).toEqual([id, id])
})

test('a verification that is cancelled while the provider takes the order is cancelled there too', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx)
  const order: Provider['order'] = (...asked) => cancelVerification(ctx, id).then(() => simulator.order(...asked))
  const slow: Provider = { ...simulator, order }
  await runJob(ctx, 'verification.submit', id, 0, { providers: { slow } })
  const cancelled: string[] = []
  const listening: Provider = { ...simulator, cancel: async (reference) => void cancelled.push(reference) }
  await runJob(ctx, 'verification.cancel', id, 0, { providers: { listening } })
  expect(cancelled).toEqual([expect.stringMatching(/^sim_/)])
  expect(await getVerification(ctx, id)).toMatchObject({ status: 'cancelled' })
})

test('a verification without news for an hour is fetched again', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, { last: 'Stuck' })
  await runJob(ctx, 'verification.submit', id)
  const waiting = () =>
    database.pool.query('select run_at from graphile_worker.jobs where key = $1', [`verification.sync:${id}`])
  await runJob(ctx, 'verification.reconcile', id, 3_000_000)
  expect((await waiting()).rowCount).toBe(0)
  await runJob(ctx, 'verification.reconcile', id, 3_700_000)
  expect((await waiting()).rowCount).toBe(1)
})

test('applying a report needs no permission, cancelling and deciding do', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx)
  const reader = { ...ctx, actor: keyActor(['verifications:read']) }
  await expect(cancelVerification(reader, id)).rejects.toMatchObject({ code: 'permission_missing' })
  await expect(decideVerification(reader, id, { result: 'verified' })).rejects.toMatchObject({
    code: 'permission_missing',
  })
})
