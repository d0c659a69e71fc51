import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { processesIn } from '../support/postgres.ts'
import { newServerHome, newUsedHome, startServerForTest } from '../support/server-home.ts'
import { runSealane } from '../support/server-process.ts'
import { runHere } from '../support/shell.ts'

test('a second start on the same home is refused with the reason and a way out', async () => {
  const home = await newUsedHome()
  await startServerForTest(home)
  const { code, err } = await runHere(['serve'], { SEALANE_HOME: home })
  expect(code).toBe(1)
  expect(err).toMatch(/already runs on .*Stop that one first, or choose another folder with SEALANE_HOME/)
})

test('a port in use is named, and the started database is stopped again', async () => {
  const home = await newUsedHome()
  const squatter = createServer().listen(0, 'localhost')
  onTestFinished(() => void squatter.close())
  await once(squatter, 'listening')
  const address = squatter.address()
  const port = String(typeof address === 'object' ? address?.port : '')
  const { code, err } = await runSealane(['serve'], { SEALANE_HOME: home, PORT: port })
  expect([code, err]).toEqual([1, expect.stringContaining(`Port ${port} is in use.`)])
  expect(await processesIn(join(home, 'postgres'))).toEqual([])
})

test('a home that is not writable is named', async () => {
  const { code, err } = await runHere(['serve'], { SEALANE_HOME: '/sys/sealane' })
  expect([code, err]).toEqual([1, expect.stringContaining('/sys/sealane is not writable')])
})

test('a file at the path of the home is named', async () => {
  const home = join(dirname(await newServerHome()), 'file')
  await writeFile(home, '')
  const { code, err } = await runHere(['serve'], { SEALANE_HOME: home })
  expect([code, err]).toEqual([1, expect.stringContaining('is not a folder')])
})

test('all wrong settings are named at once', async () => {
  const { code, err } = await runHere(['serve'], { PORT: 'many', LOG_LEVEL: 'loud', TLS_CERT: 'cert.pem' })
  expect(code).not.toBe(0)
  expect(err).toMatch(/PORT must be.*LOG_LEVEL must be.*TLS_CERT and TLS_KEY go together/s)
})

test('an unreachable database is named without its password', async () => {
  const url = 'postgres://sealane:sesame@127.0.0.1:9/sealane'
  const { code, out, err } = await runHere(['serve'], { DATABASE_URL: url })
  expect([code, err]).toEqual([1, expect.stringContaining('on 127.0.0.1:9 does not let sealane in (ECONNREFUSED)')])
  expect(out + err).not.toContain('sesame')
})
