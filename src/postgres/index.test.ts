import { chmod, chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, newHome, shareHome, startForTest } from '../../test/support/postgres.ts'
import { StartupError } from '../startup-error.ts'
import { startEmbeddedPostgres } from './index.ts'

const home = shareHome()

test('the app owns a UTF-8 database in UTC, without superuser rights', async () => {
  const { url } = await startForTest({ home })
  expect(await ask(url, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false)
  expect(await ask(url, 'show server_encoding')).toBe('UTF8')
  expect(await ask(url, 'show timezone')).toBe('UTC')
  expect(await ask(url, 'select datdba::regrole::text from pg_database where datname = current_database()')).toBe(
    'sealane',
  )
})

test('a crash of the machine loses nothing: fsync, full page writes and checksums are on', async () => {
  const { url } = await startForTest({ home })
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) {
    expect(await ask(url, `show ${setting}`)).toBe('on')
  }
})

test('the server listens only on this machine', async () => {
  expect(await ask((await startForTest({ home })).url, 'show listen_addresses')).toBe('127.0.0.1')
})

test('a wrong password is refused', async () => {
  const { url } = await startForTest({ home })
  await expect(ask(url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
})

test('data and address survive a stop and a start', async () => {
  const first = await startEmbeddedPostgres({ home })
  await ask(first.url, "create table if not exists kept as select 'é' as word")
  await Promise.all([first.stop(), first.stop()])
  const second = await startForTest({ home })
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select word from kept')).toBe('é')
})

test('other users cannot read the home, its passwords or its log', async () => {
  await startForTest({ home })
  const modes = ['.', 'postgres', 'postgres.json', 'postgres.log', 'lock'].map(
    async (name) => (await stat(join(home, name))).mode & 0o777,
  )
  expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o600, 0o600, 0o600])
})

test('a home without its settings gets new passwords and keeps its data', async () => {
  const first = await startEmbeddedPostgres({ home })
  await ask(first.url, 'create table numbers as select 7 as number')
  await first.stop()
  await writeFile(join(home, 'postgres.json'), '{"port":')
  expect(await ask((await startForTest({ home })).url, 'select number from numbers')).toBe(7)
})

test('a server that refuses the app is stopped, and the named remedy works', async () => {
  const first = await startEmbeddedPostgres({ home })
  await ask(first.url, "alter role sealane password 'other'")
  await first.stop()
  await expect(startEmbeddedPostgres({ home })).rejects.toThrow(/refuses the app.*Delete .*postgres.json/)
  await rm(join(home, 'postgres.json'))
  expect(await ask((await startForTest({ home })).url, 'select 1')).toBe(1)
})

test('an interrupted first start is begun again', async () => {
  const home = await newHome()
  await mkdir(join(home, 'postgres.draft-1', 'base'), { recursive: true })
  expect(await ask((await startForTest({ home })).url, 'select 1')).toBe(1)
  expect((await readdir(home)).sort()).toEqual(['lock', 'postgres', 'postgres.json', 'postgres.log'])
})

test('rows that violate a constraint stay out of the log', async () => {
  const { url } = await startForTest({ home })
  await expect(
    ask(url, 'create table t (a text unique); insert into t select md5(1::text) from generate_series(1, 2)'),
  ).rejects.toThrow()
  const text = await readFile(join(home, 'postgres.log'), 'utf8')
  expect(text).toContain('duplicate key')
  expect(text).not.toContain('c4ca4238')
})

test('a start cuts a log of more than ten megabytes to its end', async () => {
  await writeFile(join(home, 'postgres.log'), Buffer.alloc(11 * 1024 * 1024))
  await startForTest({ home })
  expect((await stat(join(home, 'postgres.log'))).size).toBeLessThan(2 * 1024 * 1024)
})

test('data of another major version is refused by name', async () => {
  const home = await newHome()
  await mkdir(join(home, 'postgres'), { recursive: true })
  await writeFile(join(home, 'postgres', 'PG_VERSION'), '17\n')
  await expect(startEmbeddedPostgres({ home })).rejects.toThrow(
    /written by PostgreSQL 17.* brings PostgreSQL 18.*pg_dump/s,
  )
})

test('a folder with other content is left unchanged', async () => {
  const home = await newHome()
  await mkdir(join(home, 'postgres'), { recursive: true })
  await writeFile(join(home, 'postgres', 'novel.txt'), 'once')
  await expect(startEmbeddedPostgres({ home })).rejects.toThrow(/is not a PostgreSQL data folder/)
  expect(await readdir(join(home, 'postgres'))).toEqual(['novel.txt'])
})

test('a file at the path of the home is named', async () => {
  const home = await newHome()
  await writeFile(home, '')
  await expect(startEmbeddedPostgres({ home })).rejects.toThrow(StartupError)
  await expect(startEmbeddedPostgres({ home: join(home, 'deeper') })).rejects.toThrow(/is not a folder.*SEALANE_HOME/)
})

test.runIf(process.getuid?.() !== 0)('a home that is not writable is named', async () => {
  const home = await newHome()
  await chmod(dirname(home), 0o500)
  await expect(startEmbeddedPostgres({ home })).rejects.toThrow(/is not writable for .*SEALANE_HOME/)
  await chmod(dirname(home), 0o700)
})

test.runIf(process.getuid?.() === 0)('data that chown gave to root is served again', async () => {
  await (await startEmbeddedPostgres({ home })).stop()
  for (const name of await readdir(join(home, 'postgres'), { recursive: true })) {
    await chown(join(home, 'postgres', name), 0, 0)
  }
  await chown(join(home, 'postgres'), 0, 0)
  expect(await ask((await startForTest({ home })).url, 'select 1')).toBe(1)
})

test.runIf(process.getuid?.() === 0)('a home of another user is refused by name', async () => {
  await (await startEmbeddedPostgres({ home })).stop()
  await chown(join(home, 'lock'), 65_534, 65_534)
  await expect(startEmbeddedPostgres({ home })).rejects.toThrow(/belongs to .*uid 65534.*chown -R 0/s)
})
