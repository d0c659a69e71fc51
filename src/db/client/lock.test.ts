import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import type { Context } from '../../core/context.ts'
import { newId } from '../../core/ids.ts'
import { lockUntilCommit, sendLater, transaction } from '../index.ts'

const nameOf = async (ctx: Context) => {
  const row = await ctx.db.selectFrom('organizations').select('name').where('id', '=', ctx.organizationId)
  return (await row.executeTakeFirstOrThrow()).name
}

const append = (ctx: Context, lock: string) =>
  transaction(ctx, async (inner) => {
    await lockUntilCommit(inner.db, lock)
    const name = `${await nameOf(inner)}+`
    await inner.db.updateTable('organizations').set({ name }).where('id', '=', ctx.organizationId).execute()
  })

test('a transaction that waits for a name sees what its previous holder has committed', async () => {
  const ctx = await newContext()
  const before = await nameOf(ctx)
  await Promise.all(Array.from({ length: 8 }, () => append(ctx, ctx.organizationId)))
  expect(await nameOf(ctx)).toBe(`${before}${'+'.repeat(8)}`)
})

test('a failed lock fails the statement that it came with, and rolls the transaction back', async () => {
  const [ctx, lock] = [await newContext(), newId()]
  const before = await nameOf(ctx)
  const [held, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holder = transaction(ctx, async (inner) => {
    await lockUntilCommit(inner.db, lock)
    held.resolve(await nameOf(inner).then(() => undefined))
    await done.promise
  })
  await held.promise
  const impatient = transaction(ctx, async (inner) => {
    await inner.db.updateTable('organizations').set({ name: 'lost' }).execute()
    await sql`set local lock_timeout = 20`.execute(inner.db)
    await lockUntilCommit(inner.db, lock)
    await sql`select 1`.execute(inner.db)
  })
  await expect(impatient.finally(done.resolve)).rejects.toMatchObject({ code: '55P03' })
  await holder
  expect(await nameOf(ctx)).toBe(before)
})

test('a lock outside of a transaction throws', async () => {
  await expect(lockUntilCommit((await newContext()).db, 'x')).rejects.toThrow(/outside a transaction/)
})

test('the commit throws the error of a statement that waited, and the transaction is rolled back', async () => {
  const ctx = await newContext()
  const before = await nameOf(ctx)
  const attempt = transaction(ctx, async (inner) => {
    await inner.db.updateTable('organizations').set({ name: 'lost' }).execute()
    await sendLater(inner.db, { text: 'select 1 / $1::int', values: [0] })
  })
  await expect(attempt).rejects.toMatchObject({ code: '22012' })
  expect(await nameOf(ctx)).toBe(before)
})

test('a statement that waits runs before the next one, and before a commit', async () => {
  const ctx = await newContext()
  const rename = (inner: Context, name: string) =>
    sendLater(inner.db, { text: 'update organizations set name = $1', values: [name] })
  await transaction(ctx, async (inner) => {
    await rename(inner, 'first')
    expect(await nameOf(inner)).toBe('first')
    await rename(inner, 'second')
  })
  expect(await nameOf(ctx)).toBe('second')
})

test('waiting statements are dropped when the work fails, and its own error is thrown', async () => {
  const ctx = await newContext()
  const attempt = transaction(ctx, async (inner) => {
    await nameOf(inner)
    await sendLater(inner.db, { text: 'select 1 / $1::int', values: [0] })
    throw new Error('the reason')
  })
  await expect(attempt).rejects.toThrow('the reason')
})
