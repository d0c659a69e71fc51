import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { newAgreementFor } from '../../../test/support/several.ts'
import { pdfSources } from '../../work.ts'
import { DomainError, say } from '../errors.ts'
import { duplicateAgreementOf, type GivenAgreement, updateAgreementOf } from './index.ts'

const requireSeal = async () => {
  throw new DomainError('unavailable', 'seal_not_ready', say('seal_not_ready', { reason: 'other' }))
}
const how = { pdfSources, requireSeal }

test.each<[string, Partial<GivenAgreement>, number]>([
  ['tags', { tags: ['north'] }, 1],
  ['how long documents are kept', { documentRetentionDays: 400 }, 1],
  ['nothing', {}, 1],
])('while nothing can be sealed, %s can still be changed', async (_, changes, version) => {
  const ctx = await newContext()
  const { agreementId } = await newAgreementFor(ctx, [{ role: 'tenant' }])
  expect(await updateAgreementOf(ctx, how, agreementId, changes)).toMatchObject({ version, ...changes })
})

test.each<[string, typeof updateAgreementOf | typeof duplicateAgreementOf, Partial<GivenAgreement>]>([
  ['a new title', updateAgreementOf, { title: 'Lease of a house' }],
  ['a new title beside tags', updateAgreementOf, { title: 'Lease of a house', tags: ['north'] }],
  ['a copy', duplicateAgreementOf, {}],
])('while nothing can be sealed, %s is not published', async (_, change, given) => {
  const ctx = await newContext()
  const { agreementId } = await newAgreementFor(ctx, [{ role: 'tenant' }])
  await expect(change(ctx, how, agreementId, given)).rejects.toMatchObject({ code: 'seal_not_ready' })
})
