import { access, chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { openCore } from '../../src/store.ts'
import { createDatabase, newestShape, queryAll, shareDatabase } from '../support/database.ts'
import { newServerHome, shareServerHome, startServerForTest } from '../support/server-home.ts'
import { runHere } from '../support/shell.ts'

const [one, two] = ['11'.repeat(32), '22'.repeat(32)]

const sealed = shareDatabase()
const nowhere = shareServerHome()
beforeAll(async () => {
  const given = { DATABASE_URL: sealed.url, SEALANE_HOME: nowhere, SEALANE_MASTER_KEY: one }
  expect(await runHere(['organizations', 'list'], given)).toMatchObject({ code: 0 })
})

/** A database whose master key is `one`. */
const sealedDatabase = () => createDatabase(sealed.name)

const hasKeyFile = (home: string) =>
  access(join(home, 'master.key')).then(
    () => true,
    () => false,
  )

async function keepKey(home: string, key: string, mode = 0o600): Promise<void> {
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'master.key'), `${key}\n`)
  await chmod(join(home, 'master.key'), mode)
}

test.each([
  [['serve']],
  [['serve', '--only', 'http']],
  [['serve', '--only', 'worker']],
  [['links', 'list']],
  [['users', 'list']],
])('%j refuses a wrong or missing master key with an explanation, and makes none', async (args) => {
  const environment = { DATABASE_URL: await sealedDatabase(), SEALANE_HOME: await newServerHome() }
  const missing = await runHere(args, environment)
  expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('master key of this database is missing')])
  expect(await hasKeyFile(environment.SEALANE_HOME)).toBe(false)
  const wrong = await runHere(args, { ...environment, SEALANE_MASTER_KEY: two })
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('SEALANE_MASTER_KEY is not that of this')])
  expect(missing.err + wrong.err).not.toMatch(/ {4}at |1111|2222/)
})

test('a wrong master.key in the home is refused and unchanged', async () => {
  const home = await newServerHome()
  await keepKey(home, two)
  const { code, err } = await runHere(['serve'], { DATABASE_URL: await sealedDatabase(), SEALANE_HOME: home })
  expect([code, err]).toEqual([1, expect.stringContaining(`${home}/master.key is not that of this database`)])
  expect(await readFile(join(home, 'master.key'), 'utf8')).toBe(`${two}\n`)
})

test('a setting that overrides the right key file is named', async () => {
  const home = await newServerHome()
  await keepKey(home, one)
  const settings = { DATABASE_URL: await sealedDatabase(), SEALANE_HOME: home, SEALANE_MASTER_KEY: two }
  expect(await runHere(['links', 'list'], settings)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Unset SEALANE_MASTER_KEY'),
  })
})

test('one of several homes that start at once on an empty database creates its key, and the others report a missing key', async () => {
  const url = await createDatabase()
  const homes = await Promise.all([newServerHome(), newServerHome(), newServerHome()])
  const open = async (home: string) => {
    await (
      await openCore(readConfig({ DATABASE_URL: url, SEALANE_HOME: home }), createLog({ logLevel: 'silent' }))
    ).close()
    return 'opened'
  }
  const ends = await Promise.all(homes.map((home) => open(home).catch((error: Error) => error.message)))
  const missing = expect.stringContaining('master key of this database is missing')
  expect(ends.toSorted()).toEqual([missing, missing, 'opened'])
  expect(await Promise.all(homes.map(hasKeyFile))).toEqual(ends.map((end) => end === 'opened'))
  expect(await queryAll(url, 'select from installation')).toHaveLength(1)
})

test('a key file that others can read is closed at the start, and the log reports it', async () => {
  const home = await newServerHome()
  await keepKey(home, one, 0o644)
  const server = await startServerForTest(home, { DATABASE_URL: await sealedDatabase() })
  expect((await stat(join(home, 'master.key'))).mode & 0o777).toBe(0o600)
  expect(server.output()).toContain('could be read by others (mode 0644)')
})

test('migrate needs no master key and makes none', async () => {
  const home = await newServerHome()
  expect(await runHere(['migrate'], { DATABASE_URL: await createDatabase(), SEALANE_HOME: home })).toMatchObject({
    code: 0,
  })
  expect(await hasKeyFile(home)).toBe(false)
})

test.each(['', 'not a key', 'ab'.repeat(31)])('a key file with %j is refused and never replaced', async (text) => {
  const home = await newServerHome()
  await keepKey(home, text)
  // This database has no key yet, so a new one would be made if the file were ignored.
  const settings = { DATABASE_URL: await createDatabase(newestShape), SEALANE_HOME: home }
  const { code, err } = await runHere(['links', 'list'], settings)
  expect([code, err]).toEqual([1, expect.stringContaining('must hold 64 hex digits')])
  expect(await readFile(join(home, 'master.key'), 'utf8')).toBe(`${text}\n`)
})
