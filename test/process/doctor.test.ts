import { access } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createDatabase, newestShape, queryAll } from '../support/database.ts'
import { newServerHome, newUsedHome } from '../support/server-home.ts'
import { runHere, startServerHere } from '../support/shell.ts'

test('doctor starts nothing and changes nothing', async () => {
  const home = await newServerHome()
  const url = await createDatabase()
  expect((await runHere(['doctor'], { SEALANE_HOME: home })).out).toContain('database does not run')
  const { code, out } = await runHere(['doctor'], { SEALANE_HOME: home, DATABASE_URL: url })
  expect([code, out]).toEqual([1, expect.stringMatching(/MEND {2}migrations: .*\n {6}npm run -s sealane -- migrate/)])
  await expect(access(home)).rejects.toThrow('ENOENT')
  expect(await queryAll(url, "select from pg_class where relnamespace = 'public'::regnamespace")).toEqual([])
})

test('doctor has a command for each finding: Redis, mail, the outbound proxy, a wrong master key', async () => {
  const settings = { SEALANE_HOME: await newServerHome(), DATABASE_URL: await createDatabase(newestShape) }
  await runHere(['organizations', 'list'], settings)
  const wrong = {
    REDIS_URL: 'redis://127.0.0.1:9',
    SMTP_URL: 'smtp://127.0.0.1:9',
    WEBHOOK_PROXY: 'http://127.0.0.1:9',
    SEALANE_MASTER_KEY: '11'.repeat(32),
  }
  const { code, out } = await runHere(['doctor'], { ...settings, ...wrong })
  const proxy = 'WEBHOOK_PROXY: the proxy does not answer'
  for (const words of [
    'REDIS_URL: Redis does not answer',
    'SMTP_URL: the mail server',
    proxy,
    'master key: is not the key of',
  ])
    expect(out).toMatch(new RegExp(`MEND  ${words}.*\\n {6}\\S`))
  expect([code, out.includes('1111')]).toEqual([1, false])
})

test('doctor proves next to a running server that a tenant can read and write', async () => {
  const home = await newUsedHome()
  await startServerHere(home)
  const { out } = await runHere(['doctor'], { SEALANE_HOME: home })
  expect(out).toMatch(/ok {4}tenants: read and write[\s\S]*ok {4}master key: is the key of the database/)
})
