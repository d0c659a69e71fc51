import { expect, test } from 'vitest'
import { migrate, openDatabase } from '../src/db/index.ts'
import { readMigrations } from '../src/db/migrate.ts'
import { migrateJobs } from '../src/jobs/runner.ts'
import { createDatabase, queryAll } from './support/database.ts'
import { describeSchema } from './support/schema.ts'

test('a fresh installation and an upgraded one have the same schema', async () => {
  const [fresh, upgraded] = [await createDatabase(), await createDatabase()]
  const migrations = await readMigrations()
  await migrate(fresh)
  for (const [index] of migrations.entries()) await migrate(upgraded, migrations.slice(0, index + 1))
  await migrate(upgraded)
  expect(await describeSchema(upgraded)).toEqual(await describeSchema(fresh))
})

test('an upgrade keeps the rows of the older version', async () => {
  const url = await createDatabase()
  await migrate(url, (await readMigrations()).slice(0, 1))
  await queryAll(
    url,
    `insert into organizations (id, slug, name, created_at, updated_at) values (gen_random_uuid(), 'old', 'Old', now(), now())`,
  )
  await migrate(url)
  expect(await queryAll(url, 'select slug from organizations')).toEqual([{ slug: 'old' }])
})

test('twenty processes that start at once on an empty database all get a migrated one', async () => {
  const url = await createDatabase()
  const applied = await Promise.all(Array.from({ length: 20 }, () => migrate(url)))
  const names = (await readMigrations()).map(({ name }) => name)
  expect(applied.flat().sort()).toEqual(names)
  const database = openDatabase({ url, maxConnections: 20 })
  await Promise.all(Array.from({ length: 20 }, () => migrateJobs(database.pool))).finally(() => database.close())
})

test('a failed migration leaves nothing behind, and is named', async () => {
  const url = await createDatabase()
  const broken = { name: '0001_broken.sql', sql: 'create table a (); create table a ()', sha256: 'x' }
  await expect(migrate(url, [broken])).rejects.toThrow('0001_broken.sql')
  expect(await queryAll(url, "select to_regclass('a')::text as name")).toEqual([{ name: null }])
})

test('a migration that was changed after it was applied is refused', async () => {
  const url = await createDatabase()
  const first = { name: '0001_first.sql', sql: 'create table a ()', sha256: 'x' }
  await migrate(url, [first])
  await expect(migrate(url, [{ ...first, sha256: 'y' }])).rejects.toThrow('was changed after it was applied')
})

test('a changed function or view is applied again', async () => {
  const url = await createDatabase()
  await migrate(url)
  await queryAll(
    url,
    'create or replace function delivery_clock() returns timestamptz language sql as $$ select null::timestamptz $$',
  )
  await queryAll(url, 'create or replace view known_webhooks as select organization_id, id from webhooks')
  await queryAll(url, "update migrations set sha256 = 'of before' where name like '%/%'")
  const fresh = await createDatabase()
  expect([await migrate(url), await migrate(fresh)]).toEqual([[], expect.anything()])
  expect(await describeSchema(url)).toEqual(await describeSchema(fresh))
})
