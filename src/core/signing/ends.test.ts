import { expect, test } from 'vitest'
import { goodFields, goodSignature, newIdentified, newSigning, type Signing } from '../../../test/support/signing.ts'
import { getSubmission, voidSubmission } from './index.ts'

const whole = { ...goodFields, ...goodSignature }

async function onlyId({ ctx }: Signing): Promise<string> {
  return (await ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()).id
}

test('what everybody signed can no longer be voided, and is completed', async () => {
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
