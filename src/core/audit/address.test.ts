import { expect, test } from 'vitest'
import { newSigning, simpleAgreement } from '../../../test/support/signing.ts'
import { eraseSubject } from '../erasures/index.ts'
import { listAuditEvents } from './index.ts'

test('the acts of a signer are found by their IP address until the signer is erased, and no row has the address as a value', async () => {
  const { ctx, address, visit } = await newSigning(simpleAgreement)
  const visitor = visit()
  await visitor.get()
  await visitor.post('identify', { name: 'Ada', email: 'ada@example.com', electronic_records: 'true' })
  const found = () => listAuditEvents(ctx, { filters: [{ field: 'ipAddress', contains: address }] })
  const { items } = await found()
  expect(new Set(items.map(({ ipAddress }) => ipAddress))).toEqual(new Set([address]))
  expect(JSON.stringify(await ctx.db.selectFrom('audit_events').selectAll().execute())).not.toContain(address)
  const { subject_id } = await ctx.db.selectFrom('signers').select('subject_id').executeTakeFirstOrThrow()
  await eraseSubject(ctx, subject_id)
  expect((await found()).total).toBe(0)
})
