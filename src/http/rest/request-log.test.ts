import { expect, test } from 'vitest'
import { type Api, newApi, useServer } from '../../../test/support/api.ts'
import { database } from '../../../test/support/organization.ts'
import { forgetRequests, requestsKept } from '../../core/accounts/api-requests.ts'
import { listApiKeys, listApiRequests, recordApiRequests } from '../../core/accounts/index.ts'

const server = useServer()

const asked = async ({ ctx }: Api) => (await listApiRequests(ctx)).items
const onlyKey = async ({ ctx }: Api) => (await listApiKeys(ctx)).items[0]

/** Records `count` requests of the organization's key, each a millisecond after the previous one. */
async function record(api: Api, at: Date, count: number) {
  const key = await onlyKey(api)
  const newest = Array.from({ length: count }, (_, index) => ({
    ...{ method: 'GET', path: '/webhooks', status: 200, apiVersion: '2.1', ipAddress: null, requestId: `r-${index}` },
    occurredAt: new Date(at.getTime() + index),
  }))
  const minutes = new Map([[Math.floor(at.getTime() / 60_000) * 60_000, count]])
  const use = { organizationId: api.ctx.organizationId, apiKeyId: key?.id ?? '', minutes, newest }
  await recordApiRequests(database.system, [use])
}

test('a request of a key is stored with the pattern of its path, without query and body, also if it is refused', async () => {
  const api = await newApi(server)
  await api.call('GET', '/webhooks/wb_0123?secret=hidden', { headers: { 'harbour-version': '2.0' } })
  await api.call('POST', '/webhooks', { body: { destination_url: 'hidden' } })
  await expect.poll(() => asked(api), { timeout: 10_000 }).toHaveLength(2)
  const rows = await asked(api)
  expect(rows.map(({ method, path, status, apiVersion }) => [method, path, status, apiVersion]).sort()).toEqual([
    ['GET', '/webhooks/{webhook_id}', 404, '2.0'],
    ['POST', '/webhooks', 422, '2.2'],
  ])
  expect(JSON.stringify(rows)).not.toMatch(/hidden|wb_0123/)
  expect(await onlyKey(api)).toMatchObject({ requestsLastHour: 2, lastUsedVersion: '2.2' })
})

test('the newest requests of each key are stored, and all are counted', async () => {
  const [api, other] = [await newApi(server), await newApi(server)]
  for (const first of [0, 1]) await record(api, new Date(api.ctx.now.getTime() - 60_000 + first * 5_000), requestsKept)
  await record(other, other.ctx.now, 3)
  const { total, items } = await listApiRequests(api.ctx, { page: { number: 1, size: 1 } })
  expect([total, items[0]?.requestId]).toEqual([requestsKept, `r-${requestsKept - 1}`])
  expect(await onlyKey(api)).toMatchObject({ requestsLastHour: 2 * requestsKept })
  expect(await asked(other)).toHaveLength(3)
})

test('a request disappears after a day, and the hourly count includes only the last hour', async () => {
  const api = await newApi(server)
  await record(api, new Date(api.ctx.now.getTime() - 25 * 3_600_000), 1)
  await record(api, new Date(api.ctx.now.getTime() - 2 * 3_600_000), 1)
  expect([(await asked(api)).length, (await onlyKey(api))?.requestsLastHour]).toEqual([1, 0])
  await forgetRequests(database.system, api.ctx.now)
  const of = [api.ctx.organizationId]
  const { rows } = await database.pool.query('select 1 from api_requests where organization_id = $1', of)
  expect(rows).toHaveLength(1)
})

test('requests of a deleted key are skipped, and others are stored', async () => {
  const api = await newApi(server)
  const gone = { organizationId: api.ctx.organizationId, apiKeyId: api.ctx.organizationId, minutes: new Map([[0, 1]]) }
  await recordApiRequests(database.system, [{ ...gone, newest: [] }])
  await record(api, api.ctx.now, 1)
  expect(await asked(api)).toHaveLength(1)
})
