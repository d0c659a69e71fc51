import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { earnest, newVerification, runJob } from '../../../test/support/verifications.ts'
import type { Context } from '../context.ts'
import {
  cancelVerification,
  decideVerification,
  deleteVerification,
  getVerification,
  listVerifications,
} from './index.ts'

const mark = { isSimulated: true, details: { simulated: true }, latestResponse: { simulated: true } }
const tier1 = { type: 'us_criminal_record_check', tier: 'request_us_criminal_record_check_tier_1' }
const page = { number: 1, size: 50 }

test.each([
  ['ordered', {}, async () => {}],
  ['answered', {}, (ctx: Context, id: string) => runJob(ctx, 'verification.sync', id, 9_000)],
  ['refused', { ssn: '666-21-2001' }, (ctx: Context, id: string) => runJob(ctx, 'verification.submit', id)],
  ['called off', {}, (ctx: Context, id: string) => cancelVerification(ctx, id)],
  [
    'decided by a person',
    { last: 'Consider' },
    async (ctx: Context, id: string) => {
      await runJob(ctx, 'verification.submit', id)
      await runJob(ctx, 'verification.sync', id, 9_000)
      await decideVerification(ctx, id, { result: 'verified' })
    },
  ],
])('a simulated check that was %s is marked, with its scans and in every event', async (_, who, then) => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, { ...tier1, ...who })
  await then(ctx, id)
  const { items } = await listVerifications(ctx, { page })
  expect(items).toMatchObject(items.map(() => mark))
  expect(items.length).toBeGreaterThan(1)
  const events = await ctx.db.selectFrom('events').select('data').execute()
  expect(events).toMatchObject(events.map(() => ({ data: { simulated: true } })))
})

test('a verification by a real provider has no mark of simulation', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx, {}, earnest)
  await runJob(ctx, 'verification.submit', id, 0, { providers: earnest })
  await runJob(ctx, 'verification.sync', id, 9_000, { providers: earnest })
  const events = await ctx.db.selectFrom('events').select('data').execute()
  const { isSimulated, ...rest } = await getVerification(ctx, id)
  expect(isSimulated).toBe(false)
  expect(JSON.stringify([rest, events])).not.toContain('"simulated"')
})

test('a verification whose provider is turned off stays open, says so, and continues when it is turned on again', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx)
  await runJob(ctx, 'verification.submit', id)
  await runJob(ctx, 'verification.sync', id, 9_000, { providers: {} })
  expect(await getVerification(ctx, id)).toMatchObject({ result: null, details: { reason_codes: ['provider_off'] } })
  await runJob(ctx, 'verification.sync', id, 9_000)
  expect(await getVerification(ctx, id)).toMatchObject({ result: 'verified', details: { reason_codes: [] } })
})

test('a verification of a simulator that is turned off can be cancelled; one of another provider waits for it', async () => {
  const ctx = await newContext()
  const off = { providers: {} }
  const { id } = await newVerification(ctx)
  const real = await newVerification(ctx, {}, earnest)
  for (const one of [id, real.id]) await runJob(ctx, 'verification.submit', one, 0, { providers: earnest })
  for (const one of [id, real.id]) await deleteVerification(ctx, one)
  await runJob(ctx, 'verification.redact', id, 0, off)
  await expect(runJob(ctx, 'verification.redact', real.id, 0, off)).rejects.toThrow('is not turned on here')
})
