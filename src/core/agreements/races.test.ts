import { expect, test } from 'vitest'
import { newSigning } from '../../../test/support/signing.ts'
import { archiveAgreement, createAgreementLink, deleteAgreement, listAgreementLinks } from './index.ts'

test.each([1, 2, 3])(
  'a link opened while its agreement is deleted: one of the two is refused, neither fails (%i)',
  async () => {
    const { ctx, visit } = await newSigning()
    const { id } = await ctx.db.selectFrom('agreements').select('id').executeTakeFirstOrThrow()
    const deleted = deleteAgreement(ctx, id).then(
      () => 'deleted',
      (error) => error.code,
    )
    const [view, outcome] = await Promise.all([visit().get(), deleted])
    expect([
      [303, 'agreement_in_use'],
      [200, 'agreement_in_use'],
      [404, 'deleted'],
    ]).toContainEqual([view.status, outcome])
  },
)

test.each([1, 2, 3])('a link made while its agreement is archived is not live (%i)', async () => {
  const { ctx } = await newSigning()
  const { id: agreementId } = await ctx.db.selectFrom('agreements').select('id').executeTakeFirstOrThrow()
  await Promise.allSettled([createAgreementLink(ctx, { agreementId }), archiveAgreement(ctx, agreementId)])
  const { items } = await listAgreementLinks(ctx, { page: { number: 1, size: 9 } })
  expect(items.some(({ isActive }) => isActive)).toBe(false)
})
