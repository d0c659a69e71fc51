import { expect, test } from 'vitest'
import { newDocumentMaker, newSeveral, type Several } from '../../../test/support/several.ts'
import { getSubmission, voidSubmission } from './index.ts'

const eventsOf = async ({ ctx }: Several) =>
  (await ctx.db.selectFrom('events').select('type').where('organization_id', '=', ctx.organizationId).execute()).map(
    ({ type }) => type,
  )

test('a signer is mailed once, and only after everybody before them has acted', async () => {
  const several = await newSeveral([{ role: 'tenant' }, { role: 'landlord', order: 2 }, { role: 'agent', order: 2 }])
  expect(await several.mails()).toEqual(['tenant signer_invitation'])
  await several.act('tenant')
  expect(await several.mails()).toEqual(['agent signer_invitation', 'landlord signer_invitation'])
  await several.act('landlord')
  expect(await several.mails()).toEqual([])
  await several.act('agent')
  expect(await several.jobs()).toEqual(['submission.complete'])
})

test('the document is made when all have acted, shows approvals and copies, and goes to everybody', async () => {
  const roles = [{ role: 'tenant' }, { role: 'boss', kind: 'approver' }, { role: 'file', kind: 'copy' }] as const
  const several = await newSeveral(roles)
  const maker = newDocumentMaker(several)
  await several.act('tenant')
  expect(await maker.make()).toBeNull()
  await several.mails()
  await several.act('boss')
  const document = await maker.make()
  expect(document?.signers.map(({ role, mark }) => [role, mark?.kind ?? null])).toEqual([
    ['tenant', 'typed'],
    ['boss', null],
  ])
  expect(document?.copies).toEqual([{ role: 'file', name: 'file', email: 'file@example.com' }])
  expect(await several.mails()).toEqual(['boss signer_copy', 'file signer_copy', 'tenant signer_copy'])
  expect((await eventsOf(several)).filter((type) => /signed|completed/.test(type))).toEqual([
    'agreement.signed',
    'agreement.completed',
  ])
})

test.each([
  ['declines', 'tenant', ['landlord signer_declined']],
  ['refuses', 'boss', ['landlord signer_declined', 'tenant signer_declined']],
])('when somebody %s, the submission ends for all, and every called signer is informed', async (_, who, told) => {
  const several = await newSeveral([
    ...[{ role: 'tenant' }, { role: 'landlord', order: 1 }],
    ...[
      { role: 'boss', kind: 'approver', order: 2 },
      { role: 'late', order: 3 },
    ],
  ] as const)
  if (who === 'boss') for (const role of ['tenant', 'landlord']) await several.act(role)
  await several.mails()
  await several.decline(who)
  expect(await several.mails()).toEqual(told)
  expect(await eventsOf(several)).toContain('agreement.declined')
  expect((await getSubmission(several.ctx, several.submissionId)).status).toBe('declined')
})

test('a voiding is mailed to everybody who was called, and to nobody else', async () => {
  const several = await newSeveral([{ role: 'tenant' }, { role: 'landlord' }])
  await several.mails()
  await voidSubmission(several.ctx, several.submissionId, null)
  expect(await several.mails()).toEqual(['tenant signer_voided'])
})
