import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { recordAudit, verifyChain } from '../../core/audit/index.ts'
import { recordEvent } from '../../core/events.ts'
import { newId } from '../../core/ids.ts'
import { lockUntilCommit, transaction } from '../index.ts'

const subject = () => ({ type: 'submission', id: newId() }) as const

test('a query on the outer handle inside a transaction throws', async () => {
  const ctx = await newContext()
  const attempt = transaction(ctx, async () => ctx.db.selectFrom('organizations').selectAll().execute())
  await expect(attempt).rejects.toThrow(/outer handle inside a transaction/)
})

test('a transaction joins an open one', async () => {
  const ctx = await newContext()
  await transaction(ctx, (outer) => transaction(outer, async (inner) => expect(inner.db).toBe(outer.db)))
})

test('the handle of an ended transaction throws', async () => {
  const ctx = await newContext()
  const kept = await transaction(ctx, async (inner) => inner.db)
  await expect(kept.selectFrom('roles').selectAll().execute()).rejects.toThrow(/has ended/)
  await expect(lockUntilCommit(kept, 'name')).rejects.toThrow(/has ended/)
})

test('a transaction that ignores a failed statement throws at its commit', async () => {
  const ctx = await newContext()
  const work = transaction(ctx, async (inner) => {
    await inner.db.updateTable('organizations').set({ name: 'lost' }).execute()
    await sql`select 1 / 0`.execute(inner.db).catch(() => {})
  })
  await expect(work).rejects.toThrow(/was ignored/)
  expect(await ctx.db.selectFrom('organizations').select('name').executeTakeFirst()).not.toEqual({ name: 'lost' })
})

test('a transaction that the server ends throws the reason and gives up its connection', async () => {
  const ctx = await newContext()
  const end = sql`select pg_terminate_backend(pg_backend_pid())`
  await expect(transaction(ctx, (inner) => end.execute(inner.db))).rejects.toThrow(/terminat/)
  expect(await ctx.db.selectFrom('roles').select('id').limit(1).execute()).toHaveLength(1)
})

test('recordEvent outside of a transaction throws', async () => {
  const ctx = await newContext()
  await expect(recordEvent(ctx, 'verification', subject(), {})).rejects.toThrow(/outside a transaction/)
})

test('a rolled back change announces nothing', async () => {
  const ctx = await newContext()
  const work = transaction(ctx, async (inner) => {
    await recordEvent(inner, 'verification', subject(), {})
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(await ctx.db.selectFrom('events').selectAll().execute()).toEqual([])
})

test('a handle of one organization cannot see the rows of another, whatever the query says', async () => {
  const [mine, theirs] = [await newContext(), await newContext()]
  const rows = await mine.db
    .selectFrom('roles')
    .selectAll()
    .where('organization_id', '=', theirs.organizationId)
    .execute()
  expect(rows).toEqual([])
  const insert = mine.db.updateTable('organizations').set({ name: 'taken' }).where('id', '=', theirs.organizationId)
  expect((await insert.executeTakeFirst()).numUpdatedRows).toBe(0n)
})

test('the audit finds a changed row', async () => {
  const ctx = await newContext()
  const entry = { action: 'tested', subject: subject() }
  await transaction(ctx, async (inner) => {
    await recordAudit(inner, entry)
    await recordAudit(inner, { ...entry, data: { n: 2 } })
  })
  expect(await verifyChain(ctx, ctx.organizationId)).toMatchObject({ intact: true, length: 2 })
  await expect(sql`update audit_events set action = 'forged'`.execute(ctx.db)).rejects.toThrow(/permission denied/)
})

test('two transactions in a deadlock both succeed', async () => {
  const ctx = await newContext()
  const lock = (name: string) => sql`select id from roles where name = ${name} for no key update`
  const meet = Array.from({ length: 2 }, () => Promise.withResolvers<void>())
  const work = (mine: number, names: string[]) =>
    transaction(ctx, async (inner) => {
      await lock(names[0] ?? '').execute(inner.db)
      meet[mine]?.resolve()
      await meet[1 - mine]?.promise
      await lock(names[1] ?? '').execute(inner.db)
      return 'done'
    })
  const both = Promise.all([work(0, ['admin', 'viewer']), work(1, ['viewer', 'admin'])])
  expect(await both).toEqual(['done', 'done'])
})
