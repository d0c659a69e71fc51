import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { newVerification, providers, runJob } from '../../../test/support/verifications.ts'
import type { Context } from '../context.ts'
import { eraseSubject } from '../erasures/index.ts'
import { DomainError } from '../errors.ts'
import { only } from '../lists/index.ts'
import {
  cancelVerification,
  deleteVerification,
  listConsents,
  listVerifications,
  orderVerification,
  type Verification,
  withdrawConsent,
} from './index.ts'

const page = { number: 1, size: 50 }
const tier2 = { type: 'us_criminal_record_check', tier: 'request_us_criminal_record_check_tier_2' }
const consents = [{ kind: 'background_check', typedName: 'Ada' }]

type Parts = { whole: Verification; scanId: string; consentId: string }
const works: Record<string, (ctx: Context, parts: Parts) => Promise<unknown>> = {
  follow: (ctx, { whole }) => runJob(ctx, 'verification.sync', whole.id, 9_000),
  cancel: (ctx, { whole }) => cancelVerification(ctx, whole.id),
  delete: (ctx, { whole }) => deleteVerification(ctx, whole.id),
  'delete a scan': (ctx, { scanId }) => deleteVerification(ctx, scanId),
  withdraw: (ctx, { consentId }) => withdrawConsent(ctx, consentId),
  order: (ctx, { whole }) => orderVerification(ctx, providers, { ...tier2, subjectId: whole.subjectId, consents }),
  erase: (ctx, { whole }) => eraseSubject(ctx, whole.subjectId),
}
const names = Object.keys(works)
const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const))

test.each(pairs)(
  'transactions that %s and %s at the same time wait for each other, and nothing is torn',
  async (one, other) => {
    const ctx = await newContext()
    const whole = await newVerification(ctx, tier2)
    await runJob(ctx, 'verification.submit', whole.id)
    const scans = await listVerifications(ctx, { page, filters: [only('parentId', whole.id)] })
    const given = await listConsents(ctx, {
      page,
      filters: [only('subjectId', whole.subjectId), only('kind', 'background_check')],
    })
    const parts = { whole, scanId: scans.items[0]?.id ?? '', consentId: given.items[0]?.id ?? '' }
    const outcomes = await Promise.allSettled([one, other, one].map((name) => works[name]?.(ctx, parts)))
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(reasons.filter((reason) => !(reason instanceof DomainError))).toEqual([])
    const { items } = await listVerifications(ctx, { page })
    expect(items.filter(({ parentId }) => parentId && !items.some(({ id }) => id === parentId))).toEqual([])
  },
)
