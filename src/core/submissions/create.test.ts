import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { newAgreementFor } from '../../../test/support/several.ts'
import { createSubmission } from './index.ts'

const roles = [{ role: 'tenant' }, { role: 'landlord' }, { role: 'boss' }, { role: 'file', kind: 'copy' }] as const

test('a request to create a submission reports all faults of its people at once', async () => {
  const ctx = await newContext()
  const { id: agreementLinkId } = await newAgreementFor(ctx, roles)
  const signers = [
    { role: 'tenant', name: 'Tim\u0000', email: 'nowhere', delivery: 'email' },
    { role: 'landlord', email: 'lea@example.com', delivery: 'email' },
    { role: 'boss', email: 'LEA@example.com' },
    { role: 'nobody', email: 'x' },
    { role: 'file', delivery: 'link' },
  ] as const
  const refusal = createSubmission(ctx, { agreementLinkId, signers: [...signers] })
  const faults = await refusal.then(
    () => [],
    ({ faults }) => faults,
  )
  const told = faults.map(({ path, code }: { path: string[]; code: string }) => `${path.slice(1).join(' ')} ${code}`)
  expect(told.toSorted()).toMatchInlineSnapshot(`
    [
      "0 email email",
      "0 name characters",
      "2 email same_address",
      "3 email email",
      "3 role known_role",
      "4 delivery copy_by_mail",
      "4 email required",
    ]
  `)
})

test('the people named for an unknown link are judged without its agreement', async () => {
  const ctx = await newContext()
  const signers = [{ role: 'tenant', email: 'nowhere' }]
  const refusal = createSubmission(ctx, { agreementLinkId: ctx.organizationId, signers })
  await expect(refusal).rejects.toMatchObject({ code: 'validation_failed' })
})
