import { expect, test } from 'vitest'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { newApi, useServer } from '../support/api.ts'
import { requestOn, setStage } from '../support/stage.ts'

const server = useServer()

test('a read with a known ETag is answered with 304 and no body', async () => {
  const api = await newApi(server)
  const first = await api.call('GET', '/v2/webhooks')
  const etag = String(first.headers.etag)
  const again = await api.call('GET', '/v2/webhooks', { headers: { 'if-none-match': `"other", W/${etag}` } })
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
})

test.each(endpoints.filter(({ method }) => method === 'PUT'))(
  '$id succeeds with the present ETag, and changes nothing with an older one',
  async (endpoint) => {
    const api = await newApi(server)
    const { url, body } = requestOn(await setStage(api.ctx), endpoint)
    const old = String((await api.call('GET', url)).headers.etag)
    const put = (etag: string) => api.call('PUT', url, { body, headers: { 'if-match': etag } })
    expect((await put(old)).statusCode).toBe(200)
    const changed = String((await api.call('GET', url)).headers.etag)
    const late = await put(old)
    expect([late.statusCode, late.json().error]).toEqual([412, 5004])
    expect((await api.call('GET', url)).headers.etag).toBe(changed)
    expect((await put(`"other", ${changed}`)).statusCode).toBe(200)
  },
)

test.each(endpoints.filter(({ method }) => method === 'DELETE'))(
  '$id deletes only the version that was read, and accepts no weak ETag',
  async (endpoint) => {
    const api = await newApi(server)
    const { url } = requestOn(await setStage(api.ctx), endpoint)
    const etag = String((await api.call('GET', url)).headers.etag)
    const remove = (ifMatch: string) => api.call('DELETE', url, { headers: { 'if-match': ifMatch } })
    for (const other of ['"other"', `W/${etag}`]) {
      const refused = await remove(other)
      expect([refused.statusCode, refused.json().error, other]).toEqual([412, 5004, other])
    }
    expect((await api.call('GET', url)).headers.etag).toBe(etag)
    expect((await remove(`"other", ${etag}`)).statusCode).toBe(200)
  },
)
