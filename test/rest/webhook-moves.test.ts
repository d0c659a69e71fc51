import { expect, test } from 'vitest'
import { type Api, newApi, useServer } from '../support/api.ts'
import { newCertificate } from '../support/certificate.ts'

const server = useServer()
const oauth = { token_url: 'https://login.example/token', client_id: 'me', client_secret: 's3cret' }
const headers = { 'X-Key': 'h1dden', 'X-Team': 'blue' }

async function newPair() {
  const { cert, key } = await newCertificate()
  return { certificate: String(cert), private_key: String(key) }
}

async function newWebhook(api: Api, body: object = {}) {
  const made = await api.call('POST', '/v2/webhooks', { body: { destination_url: 'https://a.example/1', ...body } })
  const path = `/v2/webhooks/${made.json().webhook_id}`
  return { path, secret: made.json().secret, change: (body: object) => api.call('PUT', path, { body }) }
}

const pathsOf = (reply: { json(): { errors?: { path: string }[] } }) => reply.json().errors?.map(({ path }) => path)

test.each(['https://b.example/1', 'http://a.example/1', 'https://a.example:8443/1', 'https://a.example./1'])(
  'no secret follows a webhook to %s, which is another origin',
  async (destination_url) => {
    const api = await newApi(server)
    const all = { custom_headers: headers, oauth, client_certificate: await newPair() }
    const { path, change } = await newWebhook(api, all)
    const reply = await change({ destination_url })
    expect([reply.statusCode, pathsOf(reply)]).toEqual([422, ['client_certificate', 'custom_headers', 'oauth']])
    const kept = await change({
      destination_url,
      custom_headers: { 'X-Key': null },
      oauth: null,
      client_certificate: null,
    })
    expect(pathsOf(kept)).toEqual(['custom_headers.X-Key'])
    expect((await api.call('GET', path)).json().destination_url).toBe('https://a.example/1')
  },
)

test('a webhook can move with its secrets given again, or removed', async () => {
  const api = await newApi(server)
  const { path, change } = await newWebhook(api, { custom_headers: headers, oauth })
  const again = { custom_headers: { 'X-Key': 'another' }, oauth: null }
  expect((await change({ destination_url: 'https://b.example/1', ...again })).statusCode).toBe(200)
  const settings = (await api.call('GET', `${path}/delivery-settings`)).json()
  expect(settings).toMatchObject({ custom_headers: { 'X-Key': null }, oauth: null })
})

test('a webhook keeps its secrets within its origin, and without secrets it can move anywhere', async () => {
  const api = await newApi(server)
  const [withSecrets, without] = [await newWebhook(api, { oauth }), await newWebhook(api)]
  for (const destination_url of ['https://a.example/2', 'https://A.EXAMPLE:443/3?x=1'])
    expect((await withSecrets.change({ destination_url })).statusCode).toBe(200)
  expect((await without.change({ destination_url: 'https://b.example' })).statusCode).toBe(200)
})

test('a token URL never changes without the secret that is sent there', async () => {
  const { client_secret: _, ...others } = oauth
  const { change } = await newWebhook(await newApi(server), { oauth })
  const reply = await change({ oauth: { ...others, token_url: 'https://evil.example/token' } })
  expect([reply.statusCode, pathsOf(reply)]).toEqual([422, ['oauth.client_secret']])
})

test('a move keeps or rotates the signing secret by choice, and the reply says which', async () => {
  const { secret, change } = await newWebhook(await newApi(server))
  const moved = await change({ destination_url: 'https://b.example' })
  expect([moved.headers['signing-secret'], moved.json().secret]).toEqual(['kept', undefined])
  const rotated = await change({ destination_url: 'https://c.example', signing_secret: 'rotate' })
  expect(rotated.headers['signing-secret']).toBe('rotated')
  expect(rotated.json().secret).toMatch(/^whsec_/)
  expect(rotated.json().secret).not.toBe(secret)
  expect((await change({ service_status: true })).headers['signing-secret']).toBeUndefined()
})
