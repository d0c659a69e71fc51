import { expect, test } from 'vitest'
import { database } from '../../../test/support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { updateOrganization } from '../accounts/index.ts'
import { updateAgreement } from '../agreements/index.ts'
import { inspectEvidence, readDocument } from './index.ts'
import { removeOldDocuments } from './retention.ts'

async function finished() {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  await signing.finish()
  const { ctx } = signing
  const { id, agreement_id } = await ctx.db.selectFrom('submissions').selectAll().executeTakeFirstOrThrow()
  const removeAfter = async (days: number) => {
    const now = new Date(ctx.now.getTime() + days * 86_400_000)
    await removeOldDocuments(database.system, now, (organizationId) => ({ ...ctx, organizationId, now }))
    return readDocument(ctx, id).then(
      () => 'kept',
      ({ code }) => code,
    )
  }
  return { ctx, agreement_id, removeAfter }
}

test.each([
  ['nobody has set a rule', null, null, [36_500, 'kept']],
  ['the organization keeps them 30 days', 30, null, [29, 'kept']],
  ['the organization keeps them 30 days', 30, null, [30, 'document_removed']],
  ['the agreement keeps them longer', 30, 60, [59, 'kept']],
  ['the agreement keeps them shorter', 30, 10, [10, 'document_removed']],
] as const)('when %s (%s, %s), after that many days a document is: %j', async (_why, days, own, [after, outcome]) => {
  const { ctx, agreement_id, removeAfter } = await finished()
  await updateOrganization(ctx, { documentRetentionDays: days })
  await updateAgreement(ctx, agreement_id, { documentRetentionDays: own })
  expect(await removeAfter(after)).toBe(outcome)
  expect(await inspectEvidence(ctx)).toEqual([])
})
