import { expect, test } from 'vitest'
import { newApi, useServer } from '../support/api.ts'

const server = useServer()
const body = { destination_url: 'https://a.example/hook' }

test('a read that is known already is answered with 304 and no body', async () => {
  const api = await newApi(server)
  const first = await api.call('GET', '/v2/webhooks')
  const etag = String(first.headers.etag)
  const again = await api.call('GET', '/v2/webhooks', { headers: { 'if-none-match': `"other", W/${etag}` } })
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
})

test('an update that names the ETag of what is there goes through; one with an older ETag changes nothing', async () => {
  const api = await newApi(server)
  const { webhook_id } = (await api.call('POST', '/v2/webhooks', { body })).json()
  const url = `/v2/webhooks/${webhook_id}`
  const etag = String((await api.call('GET', url)).headers.etag)
  const put = (service_status: boolean) =>
    api.call('PUT', url, { body: { service_status }, headers: { 'if-match': etag } })
  expect((await put(false)).statusCode).toBe(200)
  const late = await put(true)
  expect([late.statusCode, late.json().error]).toEqual([412, 5004])
  expect((await api.call('GET', url)).json().service_status).toBe(false)
})
