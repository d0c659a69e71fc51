import { expect, test } from 'vitest'
import { type Api, newApi, useServer } from '../support/api.ts'
import { newCertificate } from '../support/certificate.ts'

const server = useServer()
const oauth = { token_url: 'https://login.example/token', client_id: 'me', client_secret: 's3cret', scope: 'hooks' }

async function newWebhook(api: Api, body: object = {}) {
  const reply = await api.call('POST', '/v2/webhooks', { body: { destination_url: 'https://a.example', ...body } })
  const path = `/v2/webhooks/${reply.json().webhook_id}`
  const settings = `${path}/delivery-settings`
  return {
    path,
    reply,
    read: () => api.call('GET', settings),
    change: (body: object) => api.call('PUT', settings, { body }),
  }
}

test('a new webhook has the defaults', async () => {
  const { read, reply } = await newWebhook(await newApi(server))
  expect((await read()).json()).toEqual({
    webhook_id: reply.json().webhook_id,
    ordered: false,
    max_concurrency: 16,
    max_per_second: null,
    asymmetric: false,
    public_keys_url: null,
    custom_headers: {},
    client_certificate: null,
    oauth: null,
    updated_at: reply.json().updated_at,
  })
})

test('settings can be given at creation and update, whose replies keep their shape', async () => {
  const api = await newApi(server)
  const plain = await newWebhook(api)
  const { path, read, reply } = await newWebhook(api, { ordered: true, max_per_second: 5, oauth })
  const updated = await api.call('PUT', path, { body: { max_per_second: null, custom_headers: { 'X-A': '1' } } })
  expect(Object.keys(reply.json())).toEqual(Object.keys(plain.reply.json()))
  expect(Object.keys(updated.json())).toEqual(Object.keys((await api.call('GET', plain.path)).json()))
  const settings = { ordered: true, max_per_second: null, custom_headers: { 'X-A': null } }
  expect((await read()).json()).toMatchObject({ ...settings, oauth: { client_id: 'me' } })
})

test('an omitted part stays, and null removes it', async () => {
  const { read, change } = await newWebhook(await newApi(server), { oauth, custom_headers: { 'X-A': '1' } })
  await change({ custom_headers: { 'X-A': null, 'X-B': '2' } })
  expect((await read()).json()).toMatchObject({
    custom_headers: { 'X-A': null, 'X-B': null },
    oauth: { token_url: oauth.token_url, client_id: 'me', scope: 'hooks' },
  })
  const emptied = await change({ custom_headers: null, oauth: null })
  expect(emptied.json()).toMatchObject({ custom_headers: {}, oauth: null })
})

test('a client certificate shows its subject and expiry, never its key', async () => {
  const { read, change } = await newWebhook(await newApi(server))
  const { cert, key } = await newCertificate()
  const pair = { certificate: String(cert), private_key: String(key) }
  const changed = await change({ client_certificate: pair })
  const fingerprint_sha256 = expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  expect(changed.json().client_certificate).toMatchObject({ fingerprint_sha256, expires_at: expect.any(Number) })
  expect((await read()).body).not.toMatch(/PRIVATE|CERTIFICATE/)
})

test('no reply has a secret, not even for its fault', async () => {
  const { read, change } = await newWebhook(await newApi(server), { oauth, custom_headers: { 'X-A': 'h1dden' } })
  const replies = [
    await read(),
    await change({ oauth: 's3cret' }),
    await change({ oauth: { ...oauth, client_id: 5 } }),
    await change({ custom_headers: { 'X-A': ['h1dden'] } }),
    await change({ custom_headers: { 'X-A': 'h1dden\u0007' } }),
    await change({ client_certificate: { certificate: 's3cret', private_key: 's3cret' } }),
  ]
  expect(replies.map((reply) => reply.statusCode)).toEqual([200, 422, 422, 422, 422, 422])
  for (const reply of replies) expect(reply.body).not.toMatch(/s3cret|h1dden/)
})

test.each([
  [{ max_concurrency: 0 }, 'max_concurrency', 'minimum'],
  [{ max_per_second: 10_001 }, 'max_per_second', 'maximum'],
  [{ custom_headers: { host: 'inside' } }, 'custom_headers.host', 'header_reserved'],
  [{ custom_headers: { 'x-new': null } }, 'custom_headers.x-new', 'header_unknown'],
  [{ custom_headers: { 'x-a': 'b\r\nx-c: d' } }, 'custom_headers.x-a', 'characters'],
  [{ client_certificate: { certificate: 'x', private_key: 'y' } }, 'client_certificate', 'pem'],
  [{ oauth: { ...oauth, token_url: 'no' } }, 'oauth.token_url', 'destination_url'],
  [{ oauth: { client_id: 'me', token_url: 'https://b.example' } }, 'oauth.client_secret', 'required'],
])('%j is refused by the name of the member', async (body, path, rule) => {
  const { change } = await newWebhook(await newApi(server))
  expect((await change(body)).json().errors).toMatchObject([{ path, rule }])
})

test('v1a signatures can be switched on and off, and their key has a URL', async () => {
  const { change, reply } = await newWebhook(await newApi(server), { asymmetric: true })
  const url = `http://sealane.localhost:3000/.well-known/webhook-keys/${reply.json().webhook_id}`
  expect((await change({})).json()).toMatchObject({ asymmetric: true, public_keys_url: url })
  const key = await server.app.inject(new URL(url).pathname)
  expect(key.json().keys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' }])
  expect((await change({ asymmetric: false })).json()).toMatchObject({ asymmetric: false, public_keys_url: null })
})
