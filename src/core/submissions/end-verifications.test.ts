import { expect, test } from 'vitest'
import { newIdentified, newSigning, type Signing } from '../../../test/support/signing.ts'
import { newPerson, providers, runJob } from '../../../test/support/verifications.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import type { Context } from '../context.ts'
import { getVerification, orderVerification, type Verification } from '../verifications/index.ts'
import { expireSubmission } from './expiry.ts'
import { createSubmission, getSubmission, voidSubmission } from './index.ts'

const consents = ['driving_record', 'drug_test'].map((kind) => ({ kind, typedName: 'Ada Clear' }))

/** Opens a submission and orders verifications for it. Returns its visitor, its id and the verifications. */
async function newChecked(signing: Signing): Promise<{ visitor: Visitor; id: string; checks: Verification[] }> {
  const visitor = await newIdentified(signing)
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const order = { submissionId: id, person: newPerson(), consents }
  const types = [{ type: 'motor_vehicle_record' }, { type: 'panel_drug', tier: 'panel 5' }]
  const checks = []
  for (const type of types) checks.push(await orderVerification(signing.ctx, providers, { ...order, ...type }))
  return { visitor, id, checks }
}

async function standings(ctx: Context, checks: Verification[]) {
  const found = await Promise.all(checks.map(({ id }) => getVerification(ctx, id)))
  return found.map(({ status, result, details }) => [status, result, details.reason_codes])
}

const ends: [string, (signing: Signing, run: { visitor: Visitor; id: string }) => Promise<unknown>][] = [
  ['voided', ({ ctx }, { id }) => voidSubmission(ctx, id, null)],
  ['declined', (_, { visitor }) => visitor.post('decline', { reason: '' })],
  ['expired', ({ ctx }, { id }) => expireSubmission({ ...ctx, now: new Date('2027-01-01') }, id)],
]

test.each(ends)(
  'the verifications of a submission that is %s are cancelled, and none is sent after that',
  async (word, end) => {
    const signing = await newSigning()
    const run = await newChecked(signing)
    const [started, waiting] = run.checks
    await runJob(signing.ctx, 'verification.submit', started?.id ?? '')
    await end(signing, run)
    const why = [`submission_${word}`]
    expect(await standings(signing.ctx, run.checks)).toEqual([
      ['completed', null, why],
      ['cancelled', null, why],
    ])
    await runJob(signing.ctx, 'verification.submit', waiting?.id ?? '')
    expect((await getVerification(signing.ctx, waiting?.id ?? '')).submittedAt).toBeNull()
  },
)

test('the end of a submission changes no finished verification and no verification of another submission', async () => {
  const [signing, others] = [await newSigning(), await newSigning()]
  const [run, other] = [await newChecked(signing), await newChecked(others)]
  const found = run.checks.slice(0, 1)
  for (const { id } of found) {
    await runJob(signing.ctx, 'verification.submit', id)
    await runJob(signing.ctx, 'verification.sync', id, 86_400_000)
  }
  const before = await standings(signing.ctx, found)
  await voidSubmission(signing.ctx, run.id, null)
  expect(await standings(signing.ctx, found)).toEqual(before)
  const untouched = await standings(others.ctx, other.checks)
  expect(untouched.map(([status]) => status)).toEqual(['in_progress', 'started'])
})

test('an organization can void a submission before its signer opens it', async () => {
  const { ctx, linkId } = await newSigning()
  const { submission } = await createSubmission(ctx, { agreementLinkId: linkId })
  expect((await voidSubmission(ctx, submission.id, 'A mistake')).submission.status).toBe('voided')
  expect((await getSubmission(ctx, submission.id)).voidReason).toBe('A mistake')
})
