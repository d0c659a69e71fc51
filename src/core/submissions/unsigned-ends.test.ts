import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { database } from '../../../test/support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning, type Signing } from '../../../test/support/signing.ts'
import { getSubmission, listSubmissions, submissionJobs, voidSubmission } from './index.ts'

const whole = { ...goodFields, ...goodSignature }

async function onlyId({ ctx }: Signing): Promise<string> {
  return (await ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()).id
}

test('a submission that everybody signed cannot be voided, and is completed', async () => {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', whole)
  const id = await onlyId(signing)
  await expect(voidSubmission(signing.ctx, id, null)).rejects.toMatchObject({ code: 'submission_completed' })
  await signing.finish()
  expect((await getSubmission(signing.ctx, id)).status).toBe('completed')
})

test.each([1, 2, 3, 4, 5])('signing, declining and voiding at once end a submission in one way (%i)', async () => {
  const signing = await newSigning()
  const visitor = await newIdentified(signing)
  const id = await onlyId(signing)
  const voided = voidSubmission(signing.ctx, id, null).catch(() => {})
  const replies = await Promise.all([visitor.post('sign', whole), visitor.post('decline', { reason: '' }), voided])
  await signing.finish()
  const { voidedAt, declinedAt, completedAt } = await getSubmission(signing.ctx, id)
  expect([voidedAt, declinedAt, completedAt].filter(Boolean)).toHaveLength(1)
  expect(replies.slice(0, 2).map((reply) => reply && 'status' in reply && reply.status)).not.toContain(500)
})

/**
 * The job looks at every organization. The test therefore moves its submissions to a time in which no other submission
 * ends.
 */
async function moveEnd({ ctx }: Signing, from: string, to: string): Promise<void> {
  const query = ctx.db
    .updateTable('submissions')
    .set({ expires_at: new Date(to) })
    .where('expires_at', '=', new Date(from))
  expect(Number((await query.executeTakeFirstOrThrow()).numUpdatedRows)).toBe(2)
}

async function expireAll(signing: Signing, at: Date): Promise<void> {
  const { organizationId } = signing.ctx
  const contextOf = (id: string) => ({ ...signing.ctx, db: database.forOrganization(id), organizationId: id, now: at })
  const finishing = finishAs(() => expect.unreachable())
  await submissionJobs['submission.expire']?.({ database, now: () => at, contextOf, finishing }, { organizationId })
}

test('a submission that is unsigned after 30 days expires once; signed and younger ones stay', async () => {
  const signing = await newSigning()
  const [late, signed] = [await newIdentified(signing), await newIdentified(signing)]
  await signed.post('sign', whole)
  await moveEnd(signing, '2026-03-31T12:00:00Z', '2000-03-31T12:00:00Z')
  const [before, after] = ['2000-03-31T11:59:59Z', '2000-03-31T12:00:00Z'].map((time) => new Date(time))
  const statuses = async () =>
    (await listSubmissions(signing.ctx, { page: { number: 1, size: 9 } })).items.map(({ status }) => status)
  await expireAll(signing, before ?? new Date(0))
  expect((await statuses()).sort()).toEqual(['signed', 'viewed'])
  for (const _ of [1, 2]) await expireAll(signing, after ?? new Date(0))
  expect((await statuses()).sort()).toEqual(['expired', 'signed'])
  expect((await eventsOf(signing)).map(({ type }) => type)).toEqual(['agreement.signed', 'agreement.expired'])
  expect((await late.post('sign', whole)).status).toBe(403)
})

async function eventsOf({ ctx }: Signing) {
  const rows = await ctx.db.selectFrom('events').select(['type', 'data']).orderBy('position').execute()
  return rows.filter(({ type }) => type !== 'agreement.viewed')
}

test('the event of an unsigned end comes once, names who ended the submission, and never holds the reason', async () => {
  const signing = await newSigning()
  const [declining, voided] = [await newIdentified(signing), await newIdentified(signing)]
  for (const _ of [1, 2]) await declining.post('decline', { reason: 'My ex wrote it' })
  const rows = await signing.ctx.db.selectFrom('submissions').select(['id', 'declined_at']).execute()
  const open = rows.find(({ declined_at }) => !declined_at)?.id ?? ''
  for (const _ of [1, 2]) await voidSubmission(signing.ctx, open, 'Robin is ill')
  const events = await eventsOf(signing)
  expect(voided).toBeDefined()
  expect(events.map(({ type }) => type)).toEqual(['agreement.declined', 'agreement.voided'])
  expect(events.map(({ data }) => Boolean(data.signerId))).toEqual([true, false])
  expect(events[1]?.data).toMatchObject({ submissionId: open, agreementId: expect.any(String) })
  expect(JSON.stringify(events)).not.toMatch(/My ex|ill/)
})
