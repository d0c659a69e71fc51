import { expect, test } from 'vitest'
import { newApi, useServer } from '../support/api.ts'
import { setStage } from '../support/stage.ts'

const server = useServer()

async function newWorld() {
  const api = await newApi(server)
  const stage = await setStage(api.ctx)
  const path = `/v2/webhooks/${stage.webhook_id}`
  return { api, path, filters: `${path}/filters`, agreement_ids: [stage.agreement_id] }
}

test('filters can be read, replaced and removed', async () => {
  const { api, filters, agreement_ids } = await newWorld()
  const none = { agreement_ids: [], agreement_link_ids: [], metadata: {} }
  expect((await api.call('GET', filters)).json()).toMatchObject(none)
  await api.call('PUT', filters, { body: { agreement_ids, metadata: { team: 'blue' } } })
  expect((await api.call('GET', filters)).json()).toMatchObject({ ...none, agreement_ids, metadata: { team: 'blue' } })
  expect((await api.call('PUT', filters, { body: { metadata: { a: 'b' } } })).json()).toMatchObject({
    ...none,
    metadata: { a: 'b' },
  })
  expect((await api.call('PUT', filters, { body: {} })).json()).toMatchObject(none)
})

test('a webhook can be created and updated with filters, and keeps the guide’s shape', async () => {
  const { api, path, filters, agreement_ids } = await newWorld()
  const body = { destination_url: 'https://a.example', filters: { agreement_ids } }
  const made = (await api.call('POST', '/v2/webhooks', { body })).json()
  expect((await api.call('GET', `/v2/webhooks/${made.webhook_id}/filters`)).json()).toMatchObject({ agreement_ids })
  const updated = await api.call('PUT', path, { body: { filters: { agreement_ids } } })
  expect([updated.statusCode, updated.json().filters, made.filters]).toEqual([200, undefined, undefined])
  await api.call('PUT', path, { body: { filters: null } })
  expect((await api.call('GET', filters)).json()).toMatchObject({ agreement_ids: [] })
})

test('an invalid id is refused at its place, and an outdated ETag changes nothing', async () => {
  const { api, path, filters, agreement_ids } = await newWorld()
  const paths = async (url: string, body: object) =>
    (await api.call('PUT', url, { body })).json().more_info && (await api.call('PUT', url, { body })).json()
  const bad = { agreement_ids: [...agreement_ids, 'x'] }
  expect(JSON.stringify(await paths(filters, bad))).toContain('"agreement_ids.1"')
  expect(JSON.stringify(await paths(path, { filters: bad }))).toContain('"filters.agreement_ids.1"')
  const headers = { 'if-match': '"old"' }
  expect((await api.call('PUT', filters, { body: { agreement_ids }, headers })).statusCode).toBe(412)
})
