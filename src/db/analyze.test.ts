import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createDatabase } from '../../test/support/database.ts'
import { analyzeSmall, openDatabase } from './index.ts'

test('the statistics of a small table are refreshed, and a large table is left to PostgreSQL', async () => {
  const database = openDatabase({ url: await createDatabase(), maxConnections: 1 })
  const { system } = database
  const grow = (by: number) =>
    sql`insert into grown select generate_series(1, ${by}::integer)`
      .execute(system)
      .then(() => analyzeSmall(system, ['grown']))
  const known = async () =>
    (await sql<{ rows: number }>`select reltuples as rows from pg_class where relname = 'grown'`.execute(system))
      .rows[0]
  await sql`create table grown (id integer)`.execute(system)
  await grow(600)
  expect(await known()).toEqual({ rows: 600 })
  await grow(600)
  await grow(600)
  expect(await known()).toEqual({ rows: 1_200 })
  await database.close()
})
