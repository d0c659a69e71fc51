import { expect, test } from 'vitest'
import { newSigning } from '../../../test/support/signing.ts'
import { newPerson, providers } from '../../../test/support/verifications.ts'
import { orderVerification } from '../verifications/index.ts'
import {
  archiveAgreement,
  createAgreementLink,
  deleteAgreement,
  deleteAgreementLink,
  listAgreementLinks,
} from './index.ts'

const consents = [{ kind: 'driving_record', typedName: 'Ada Clear' }]
const check = { type: 'motor_vehicle_record', person: newPerson(), consents }

test.each([1, 2, 3])(
  'one of opening a link and deleting its agreement at once is refused, and neither fails (%i)',
  async () => {
    const { ctx, visit } = await newSigning()
    const { id } = await ctx.db.selectFrom('agreements').select('id').executeTakeFirstOrThrow()
    const visitor = visit()
    await visitor.get()
    const deleted = deleteAgreement(ctx, id).then(
      () => 'deleted',
      (error) => error.code,
    )
    const [view, outcome] = await Promise.all([visitor.view(), deleted])
    expect([
      [204, 'agreement_in_use'],
      [404, 'deleted'],
    ]).toContainEqual([view.status, outcome])
  },
)

test.each([1, 2, 3])('a link that is created while its agreement is archived is not active (%i)', async () => {
  const { ctx } = await newSigning()
  const { id: agreementId } = await ctx.db.selectFrom('agreements').select('id').executeTakeFirstOrThrow()
  await Promise.allSettled([createAgreementLink(ctx, { agreementId }), archiveAgreement(ctx, agreementId)])
  const { items } = await listAgreementLinks(ctx, { page: { number: 1, size: 9 } })
  expect(items.some(({ isActive }) => isActive)).toBe(false)
})

test.each([deleteAgreement, deleteAgreementLink])(
  '%o refuses when a verification was ordered for the link',
  async (remove) => {
    const { ctx, linkId } = await newSigning()
    const { id } = await ctx.db.selectFrom('agreements').select('id').executeTakeFirstOrThrow()
    await orderVerification(ctx, providers, { ...check, agreementLinkId: linkId })
    const attempt = remove(ctx, remove === deleteAgreement ? id : linkId)
    await expect(attempt).rejects.toMatchObject({ code: 'agreement_in_use' })
  },
)

test.each([1, 2, 3])(
  'one of ordering a verification for a link and deleting the link at once is refused (%i)',
  async () => {
    const { ctx, linkId } = await newSigning()
    const outcomes = await Promise.allSettled([
      orderVerification(ctx, providers, { ...check, agreementLinkId: linkId }),
      deleteAgreementLink(ctx, linkId),
    ])
    const words = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'done'))
    expect([
      ['done', 'agreement_in_use'],
      ['agreement_link_not_found', 'done'],
    ]).toContainEqual(words)
  },
)
