import { expect, test } from 'vitest'
import { formOf, identifyAs, openAs } from '../../../test/support/ceremony.ts'
import { database, newContext } from '../../../test/support/organization.ts'
import { newAgreementFor } from '../../../test/support/several.ts'
import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { askForCode, ceremonyJobs, nameOthers } from './index.ts'
import { countLinkMails, mostMailsAnHour } from './link-mails.ts'

async function opened() {
  const ctx = await newContext()
  const link = await newAgreementFor(ctx, [{ role: 'tenant' }, { role: 'landlord' }])
  const visitor = await openAs(ctx, link.id, {})
  await identifyAs(visitor)
  const name = async () => {
    const ceremony = await visitor.ceremony()
    const others = { landlord: { name: 'Lea', email: 'lea@example.com' } }
    await nameOthers(visitor.ctx, ceremony, formOf(ceremony), others)
  }
  const mails = () => ctx.db.selectFrom('link_mails').select('mails').execute()
  return { ctx, link, visitor, name, mails }
}

test('mails to people whom a visitor names, and codes to an address that a visitor gave, count for the link', async () => {
  const { ctx, visitor, name, mails } = await opened()
  await name()
  await askForCode(ctx, visitor.proof.signerId)
  expect(await mails()).toEqual([{ mails: 1 }, { mails: 1 }])
})

test('at the limit of mails a link names nobody and loses nothing, and the error says how long to wait', async () => {
  const { ctx, link, visitor, name } = await opened()
  await countInTransaction(ctx, link.id, mostMailsAnHour)
  await expect(name()).rejects.toMatchObject({ kind: 'limited', code: 'too_many_mails', retryAfterSeconds: 3_600 })
  expect((await visitor.ceremony()).step).toBe('others')
  await expect(askForCode(ctx, visitor.proof.signerId)).rejects.toMatchObject({ code: 'too_many_mails' })
})

test('a link may mail again after an hour, and the old counts are deleted', async () => {
  const { ctx, link, mails } = await opened()
  await countInTransaction(ctx, link.id, mostMailsAnHour)
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 3_600_001) }
  await countInTransaction(later, link.id, 1)
  const deps = { database, now: () => later.now, contextOf: () => later, sendMail: async () => {}, publicUrl: () => '' }
  await ceremonyJobs['ceremony.forget_link_codes']?.(deps, {})
  expect(await mails()).toEqual([{ mails: 1 }])
})

test('two visitors at once cannot exceed the limit together', async () => {
  const { ctx, link } = await opened()
  await countInTransaction(ctx, link.id, mostMailsAnHour - 1)
  const tried = await Promise.allSettled([1, 2, 3].map(() => countInTransaction(ctx, link.id, 1)))
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

async function countInTransaction(ctx: Context, id: string, mails: number): Promise<void> {
  await transaction(ctx, (inner) => countLinkMails(inner, id, mails))
}
