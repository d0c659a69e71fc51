import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabase, newestShape } from '../support/database.ts'
import type { TestDocument } from '../support/jsonapi.ts'
import { newServerHome } from '../support/server-home.ts'
import { runHere, startServerHere } from '../support/shell.ts'

const mediaType = 'application/vnd.api+json'

// A server on its own database, with the actions of its operator and of an admin of its organization.
async function startStage() {
  const home = await newServerHome()
  const environment = { SEALANE_HOME: home, DATABASE_URL: await createDatabase(newestShape) }
  const { url } = await startServerHere(home, environment)
  const { api_key, jsonapi_token } = JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))
  const bearer = { authorization: `Bearer ${jsonapi_token}` }
  const statusOf = (path: string, headers: Record<string, string>) =>
    fetch(url + path, { headers }).then(({ status, headers }) => [status, headers.get('retry-after')])
  return {
    run: async (...args: string[]) => (await runHere(args, environment)).out,
    rest: (key: string = api_key) => statusOf('/v2/webhooks', { 'x-api-key': key }),
    jsonApi: (path = '/webhooks') => statusOf(`/v1/api${path}`, bearer),
    health: () =>
      Promise.all(
        ['/health', '/ready', '/v2/verifications/health-check'].map(async (path) => (await fetch(url + path)).status),
      ),
    async endAsAdmin() {
      const { data }: TestDocument = JSON.parse(
        await (await fetch(`${url}/v1/api/organizations`, { headers: bearer })).text(),
      )
      const [{ id, type }] = data
      const body = JSON.stringify({ data: { type, id, attributes: { inMaintenance: false } } })
      const headers = { ...bearer, 'content-type': mediaType }
      return (await fetch(`${url}/v1/api/organizations/${id}`, { method: 'PATCH', headers, body })).status
    },
  }
}

const open = [200, null]
const closed = [503, '60']

test('the operator can put the whole server into maintenance, while health checks and its end by admins still work', async () => {
  const { run, rest, jsonApi, health, endAsAdmin } = await startStage()
  expect(await run('maintenance', 'on')).toBe('Maintenance is on: 1 organization changed.\n')
  expect([await rest(), await jsonApi(), await jsonApi('/organizations')]).toEqual([closed, closed, open])
  expect(await health()).toEqual([200, 200, 200])

  await run('organizations', 'create', '--slug', 'late', '--name', 'Late')
  const { secret } = JSON.parse(await run('keys', 'create', '--name', 'K', '--organization', 'late'))
  expect(await rest(secret)).toEqual(closed)
  expect([await endAsAdmin(), await rest(), await rest(secret)]).toEqual([200, open, closed])

  await run('maintenance', 'off')
  expect(await rest(secret)).toEqual(open)
  await run('organizations', 'create', '--slug', 'later', '--name', 'Later')
  expect(await run('maintenance', 'on', '--organization', 'late')).toBe('Maintenance is on: late.\n')
  expect([await rest(secret), await rest()]).toEqual([closed, open])
  expect(await run('maintenance', 'off')).toBe('Maintenance is off: 1 organization changed.\n')
}, 120_000)
