import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { newPerson, newVerification, providers, runJob } from '../../../test/support/verifications.ts'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import {
  cancelVerification,
  deleteVerification,
  eraseSubject,
  giveConsent,
  listConsents,
  listVerifications,
  orderVerification,
  withdrawConsent,
} from './index.ts'

const page = { number: 1, size: 50 }
const tier2 = { type: 'us_criminal_record_check', tier: 'request_us_criminal_record_check_tier_2' }

/** Everything that may happen to one person's checks, at once. */
async function everything(ctx: Context, subjectId: string): Promise<(() => Promise<unknown>)[]> {
  const { items } = await listVerifications(ctx, { page })
  const consents = (await listConsents(ctx, { page, subjectId })).items
  const consent = { kind: 'background_check', typedName: 'Ada' }
  return [
    ...items.map(
      ({ id }) =>
        () =>
          deleteVerification(ctx, id),
    ),
    ...items.map(
      ({ id }) =>
        () =>
          cancelVerification(ctx, id),
    ),
    ...items.map(
      ({ id }) =>
        () =>
          runJob(ctx, 'verification.sync', id, 9_000),
    ),
    ...consents.map(
      ({ id }) =>
        () =>
          withdrawConsent(ctx, id),
    ),
    () => orderVerification(ctx, providers, { ...tier2, subjectId, person: newPerson(), consents: [consent] }),
    () => giveConsent(ctx, { ...consent, subjectId }),
    () => eraseSubject(ctx, subjectId),
  ]
}

test('what happens to one person at the same time waits its turn, and nothing is torn', async () => {
  const ctx = await newContext()
  for (const round of [1, 2, 3, 4, 5, 6]) {
    const { subjectId, id } = await newVerification(ctx, tier2)
    await runJob(ctx, 'verification.submit', id)
    const works = await everything(ctx, subjectId)
    const mixed = round % 2 ? works : works.reverse()
    const outcomes = await Promise.allSettled(mixed.map((work) => work()))
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(reasons.filter((reason) => !(reason instanceof DomainError))).toEqual([])
    const { items } = await listVerifications(ctx, { page, filters: { subjectId } })
    expect(items.filter(({ parentId }) => parentId && !items.some(({ id }) => id === parentId))).toEqual([])
  }
})
