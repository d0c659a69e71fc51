import { expect, test } from 'vitest'
import { revokeApiKey } from '../../src/core/accounts/index.ts'
import { parseId } from '../../src/core/ids.ts'
import { type Api, newApi, testNow, useServer } from '../support/api.ts'
import { newVerification } from '../support/verifications.ts'
import { writeExport } from '../support/written-export.ts'

const server = useServer()

async function begin(api: Api, body: object): Promise<string> {
  const made = await api.call('POST', '/v2/exports', { body })
  expect([made.statusCode, made.json().state, made.json().total]).toEqual([202, 'running', null])
  return made.json().export_id
}

const write = (api: Api, id: string) => writeExport(api.ctx, parseId('export', id) ?? '', { now: testNow })

async function withChecks(): Promise<Api> {
  const api = await newApi(server)
  await newVerification(api.ctx, { type: 'motor_vehicle_record' })
  await newVerification(api.ctx, { type: 'panel_drug', tier: 'panel 5' })
  await newVerification(api.ctx, { metadata: { note: '=1+1' } })
  return api
}

test('an export as NDJSON has the objects of the list, in its order and by its filters, and says how far it is', async () => {
  const api = await withChecks()
  const query = 'verification_type=motor_vehicle_record,enhanced_identity_verification&order_by=created_at'
  const id = await begin(api, { list: 'verifications', format: 'ndjson', query })
  await write(api, id)
  const { items } = (await api.call('GET', `/v2/verifications?${query}`)).json()
  const file = await api.call('GET', `/v2/exports/${id}/content`)
  expect(
    file.payload
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(items)
  const { state, made, total, bytes } = (await api.call('GET', `/v2/exports/${id}`)).json()
  expect([state, made, total, bytes]).toEqual(['done', 2, 2, Number(file.headers['content-length'])])
})

test('an export as CSV has a column for each member of the object, and no cell is a formula', async () => {
  const api = await withChecks()
  const id = await begin(api, { list: 'verifications', format: 'csv' })
  await write(api, id)
  const file = await api.call('GET', `/v2/exports/${id}/content`)
  const [head = '', ...lines] = file.payload.slice(1).trimEnd().split('\r\n')
  const [first] = (await api.call('GET', '/v2/verifications')).json().items
  expect([head.split(','), lines.length]).toEqual([Object.keys(first), 3])
  expect(file.headers['content-disposition']).toContain('verifications.csv')
})

test('an export belongs to the key that asked for it, and is stopped and deleted by it alone', async () => {
  const api = await withChecks()
  const other = await newApi(server)
  const id = await begin(api, { list: 'webhooks', format: 'csv' })
  expect((await api.call('GET', `/v2/exports/${id}/content`)).json().error).toBe(5001)
  for (const path of [`/v2/exports/${id}`, `/v2/exports/${id}/content`])
    expect((await other.call('GET', path)).json().error).toBe(4119)
  expect((await other.call('DELETE', `/v2/exports/${id}`)).json().error).toBe(4119)
  expect((await api.call('DELETE', `/v2/exports/${id}`)).json().state).toBe('running')
  expect((await api.call('GET', '/v2/exports')).json().total).toBe(0)
})

test('an export of a key that was revoked, or whose role may not read the list, fails and leaves no file', async () => {
  const [revoked, lesser] = [await withChecks(), await withChecks()]
  const asked = { list: 'invitations', format: 'csv' }
  const ids = [await begin(revoked, asked), await begin(lesser, asked)]
  await revokeApiKey(revoked.ctx, await keyOf(revoked))
  const roles = lesser.ctx.db.updateTable('roles').set({ permissions: ['organization:read'] })
  await roles.execute()
  for (const [at, api] of [revoked, lesser].entries()) {
    await write(api, ids[at] ?? '')
    const row = await api.ctx.db.selectFrom('exports').select(['state', 'trouble']).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ state: 'failed', trouble: { code: 'export_not_allowed' } })
  }
})

async function keyOf({ ctx }: Api): Promise<string> {
  return (await ctx.db.selectFrom('api_keys').select('id').executeTakeFirstOrThrow()).id
}

test('a list, a format and a query that are none are refused where they stand, and a page is not asked for', async () => {
  const api = await newApi(server)
  const refused = async (body: object) =>
    (await api.call('POST', '/v2/exports', { body })).json().errors.map(({ path }: { path: string }) => path)
  expect(await refused({ list: 'toString', format: 'pdf' })).toEqual(['format', 'list'])
  const paged = { list: 'submissions', format: 'csv', query: 'page=2&nothing=1' }
  expect(await refused(paged)).toEqual(['query.nothing', 'query.page'])
  expect((await api.call('GET', '/v2/exports')).json().total).toBe(0)
})
