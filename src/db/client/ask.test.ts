import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { database, newContext } from '../../../test/support/organization.ts'
import { transaction } from './transaction.ts'

const rowsOf = async (query: RawBuilder<unknown>) => (await query.execute(database.system)).rows

test('a result is read by its own columns, also when the same text had other columns before', async () => {
  await sql`create schema asked`.execute(database.system)
  const all = () => rowsOf(sql`select * from asked.things where ${true}`)
  await sql`create table asked.things as select 1 as a, '{"x":1}'::jsonb as b`.execute(database.system)
  expect([await all(), await all()]).toEqual([[{ a: 1, b: { x: 1 } }], [{ a: 1, b: { x: 1 } }]])
  await sql`alter table asked.things add column c timestamptz, alter column a type text`.execute(database.system)
  expect(await all()).toEqual([{ a: '1', b: { x: 1 }, c: null }])
  await sql`drop schema asked cascade`.execute(database.system)
})

test('rows with different nulls do not share values', async () => {
  const query = sql`select * from (values (1, 'a'), (null, null), (3, null)) as v (n, t) where ${true}`
  const rows = [
    { n: 1, t: 'a' },
    { n: null, t: null },
    { n: 3, t: null },
  ]
  expect([await rowsOf(query), await rowsOf(query)]).toEqual([rows, rows])
})

test('a failed query rejects for its caller, and the connection stays usable', async () => {
  const failing = sql`select 1 / ${0}::integer`.execute(database.system)
  await expect(failing).rejects.toMatchObject({ code: '22012', stack: expect.stringContaining('ask') })
  expect(await rowsOf(sql`select ${'on'} as still`)).toEqual([{ still: 'on' }])
})

test('a value that cannot be sent fails only its own query, also inside a transaction', async () => {
  const ctx = await newContext()
  const value = { toPostgres: () => JSON.parse('no JSON') }
  await expect(sql`select ${value}`.execute(database.system)).rejects.toThrow('JSON')
  await expect(transaction(ctx, ({ db }) => sql`select ${value}`.execute(db))).rejects.toThrow('JSON')
  expect(await rowsOf(sql`select ${1}::integer as n`)).toEqual([{ n: 1 }])
})
