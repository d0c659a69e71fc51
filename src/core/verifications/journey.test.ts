import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { newVerification, runJob } from '../../../test/support/verifications.ts'
import { getVerification, listVerifications } from './index.ts'

const page = { number: 1, size: 50 }

test('an ordered verification is sent to its provider, followed, and completed', async () => {
  const ctx = await newContext()
  const { id, ...ordered } = await newVerification(ctx)
  expect(ordered).toMatchObject({ status: 'started', result: null, submittedAt: null })
  await runJob(ctx, 'verification.submit', id)
  await runJob(ctx, 'verification.sync', id, 1_000)
  expect(await getVerification(ctx, id)).toMatchObject({ status: 'in_progress', result: 'pending' })
  await runJob(ctx, 'verification.sync', id, 2_000)
  const { items } = await listVerifications(ctx, { page })
  const log = [{ status: 'ONE_ID_BACKGROUND_CHECK_CREATED' }, { status: 'SUBMITTED' }, { status: 'COMPLETE' }]
  const latestResponse = { account_association_links: [], activity_log: [...log, {}] }
  expect(items).toMatchObject([{ id, status: 'completed', result: 'verified', latestResponse }])
})
