import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shareServerHome } from '../support/server-home.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'

const home = shareServerHome()
let server: ServerProcess
beforeAll(async () => {
  server = await startServer(home)
})
afterAll(() => server.end('SIGTERM'))

const readCredentials = async () => JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))

test('the curl line of the first start works as pasted', async () => {
  const line = /^ *(curl .*)$/m.exec(server.output())?.[1]
  const { stdout } = await promisify(execFile)('sh', ['-c', `${line} --silent --write-out ' %{http_code}'`])
  expect(stdout).toMatch(/^\{"items":\[.* 200$/)
})

test('every URL of the first start is served', async () => {
  const health = await fetch(`${server.url}/health`)
  const ready = await fetch(`${server.url}/ready`)
  expect([health.status, ready.status]).toEqual([200, 200])
})

test('only its owner can read credentials.json, which has the documented members', async () => {
  expect((await stat(join(home, 'credentials.json'))).mode & 0o777).toBe(0o600)
  const { admin, ...rest } = await readCredentials()
  expect(Object.keys(rest)).toEqual(expect.arrayContaining(['base_url', 'organization_id', 'slug', 'api_key']))
  expect(rest).toMatchObject({ base_url: server.url, slug: 'acme', jsonapi_base_url: `${server.url}/v1/api` })
  expect(rest.organization_id).toMatch(/^ORG-/)
  expect(Object.keys(admin)).toEqual(['email', 'password'])
})

test('no secret is in the log', async () => {
  const { api_key, jsonapi_token, admin } = await readCredentials()
  const { password, superuserPassword } = JSON.parse(await readFile(join(home, 'postgres.json'), 'utf8'))
  const masterKey = (await readFile(join(home, 'master.key'), 'utf8')).trim()
  const headers = { 'x-api-key': api_key, authorization: `Bearer ${jsonapi_token}` }
  await fetch(`${server.url}/v2/verifications`, { headers })
  await fetch(`${server.url}/v1/api/verifications`, { headers })
  const log = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n')
  const everything = log + (await readFile(join(home, 'postgres.log'), 'utf8'))
  const secrets = [api_key, jsonapi_token, admin.password, password, superuserPassword, masterKey]
  expect(log).toContain('/v2/verifications')
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
})
