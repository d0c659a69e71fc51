import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { createDatabase, newestShape } from '../support/database.ts'
import { processesIn } from '../support/postgres.ts'
import { newServerHome, newUsedHome, startServerForTest } from '../support/server-home.ts'
import { startServerHere } from '../support/shell.ts'

test('a start in production creates no demo', async () => {
  const home = await newServerHome()
  const settings = { NODE_ENV: 'production', DATABASE_URL: await createDatabase(newestShape) }
  const server = await startServerHere(home, settings)
  await expect(access(join(home, 'credentials.json'))).rejects.toThrow('ENOENT')
  expect(server.output()).not.toMatch(/APIKEY-|Admin/)
  expect((await fetch(`${server.url}/ready`)).status).toBe(200)
})

test('a copy of a stopped home is a backup, and a request in flight is answered before SIGTERM ends the server', async () => {
  const home = await newUsedHome()
  const server = await startServerForTest(home)
  const database = await connect(home)
  await database.query('begin; lock table api_credentials')
  const reply = ask(home, server.url)
  await untilSomebodyWaits(database)
  const ended = server.end('SIGTERM')
  await server.says('Stopping')
  await database.query('rollback')
  expect((await reply).status).toBe(200)
  expect(await ended).toBe(0)
})

test('after kill -9 no database process is left, and the next start serves the same data', async () => {
  const home = await newUsedHome()
  const first = await startServerForTest(home)
  await first.end('SIGKILL')
  const second = await startServerForTest(home)
  expect((await ask(home, second.url)).status).toBe(200)
  await second.end('SIGKILL')
  await expect.poll(() => processesIn(join(home, 'postgres'))).toEqual([])
})

test('a worker process does the jobs of an http process with the same home', async () => {
  const home = await newUsedHome()
  const http = await startServerHere(home, {}, ['--only', 'http'])
  const database = await connect(home)
  await database.query("select enqueue_job('verification.reconcile', '{}', now(), 'split')")
  expect((await ask(home, http.url)).status).toBe(200)
  const left = "select from graphile_worker.jobs where key = 'split'"
  expect((await database.query(left)).rowCount).toBe(1)
  const worker = await startServerForTest(home, {}, ['--only', 'worker'])
  expect(worker.url).toBe('')
  await expect.poll(async () => (await database.query(left)).rowCount).toBe(0)
})

async function ask(home: string, url: string): Promise<Response> {
  const { jsonapi_token } = JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))
  return fetch(`${url}/v1/api/verifications`, { headers: { authorization: `Bearer ${jsonapi_token}` } })
}

async function connect(home: string): Promise<pg.Client> {
  const { port, password } = JSON.parse(await readFile(join(home, 'postgres.json'), 'utf8'))
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'sealane', password, database: 'sealane' })
  client.on('error', () => {}) // the server that it belongs to ends in some tests
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

async function untilSomebodyWaits(database: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await database.query('select from pg_locks where not granted limit 1')
    if (rowCount) return
    await setTimeout(10)
  }
}
