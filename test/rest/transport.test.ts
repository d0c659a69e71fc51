import { connect, type IncomingHttpHeaders } from 'node:http2'
import { get } from 'node:https'
import { expect, onTestFinished, test } from 'vitest'
import { createApiKey } from '../../src/core/accounts/index.ts'
import { faces } from '../../src/faces.ts'
import { createServer } from '../../src/http/server.ts'
import { newApi, testDependencies, useServer } from '../support/api.ts'
import { newCertificate } from '../support/certificate.ts'

const server = useServer({}, { trustedProxies: ['10.0.0.1'] })

async function startWithTls() {
  const tls = newCertificate()
  const app = await createServer(testDependencies(), faces, { trustedProxies: [], tls })
  onTestFinished(() => app.close())
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, ca: tls.cert, url }
}

test('HTTP/2 over TLS is served, errors and all', async () => {
  const { ca, url } = await startWithTls()
  const session = connect(url, { ca, servername: 'localhost' })
  const headers = await new Promise<IncomingHttpHeaders & { ':status'?: number }>((resolve) =>
    session.request({ ':path': '/v2/verifications' }).on('response', resolve).resume().end(),
  )
  session.close()
  expect([headers[':status'], headers['content-type']]).toEqual([401, 'application/json; charset=utf-8'])
})

test('the version may be omitted on the host of the API, also over HTTP/2', async () => {
  const { ca, url } = await startWithTls()
  const session = connect(url, { ca, servername: 'localhost' })
  const asked = { ':path': '/verifications', ':authority': 'api.sealane.localhost' }
  const headers = await new Promise<IncomingHttpHeaders & { ':status'?: number }>((resolve) =>
    session.request(asked).on('response', resolve).resume().end(),
  )
  session.close()
  expect(headers[':status']).toBe(401)
})

test('the same port also speaks HTTP/1.1', async () => {
  const { ca, url, app } = await startWithTls()
  const api = await newApi({ app })
  const options = { ca, servername: 'localhost', headers: { 'x-api-key': api.key }, agent: false as const }
  const status = await new Promise((resolve) =>
    get(`${url}/v2/webhooks`, options, (reply) => resolve(reply.resume().statusCode)),
  )
  expect(status).toBe(200)
})

test('a request over plain HTTP from another machine fails with the reason', async () => {
  const api = await newApi(server)
  const reply = await server.app.inject({
    url: '/v2/webhooks',
    remoteAddress: '203.0.113.9',
    headers: { 'x-api-key': api.key },
  })
  expect([reply.statusCode, reply.json().error]).toEqual([403, 2001])
})

test.each([
  ['10.0.0.1', 'https', 200],
  ['10.0.0.1', 'http', 403],
  ['203.0.113.9', 'https', 403],
])('from %s, X-Forwarded-Proto: %s is answered with %i', async (remoteAddress, proto, status) => {
  const api = await newApi(server)
  const headers = { 'x-api-key': api.key, 'x-forwarded-proto': proto }
  expect((await server.app.inject({ url: '/v2/webhooks', remoteAddress, headers })).statusCode).toBe(status)
})

test.each([
  ['text/xml', '<a/>', 415, 3003],
  ['application/json; charset=latin1', '{}', 415, 3003],
  ['application/json', '{"a":', 400, 3002],
  ['application/json', Buffer.from([0x22, 0xff, 0x22]), 400, 3002],
  ['application/json', `{"destination_url":"${'a'.repeat(1024 * 1024)}"}`, 413, 3004],
  ['application/json', '{"__proto__":{}}', 400, 3002],
  ['application/json', '{}', 415, 3003, 'gzip'],
  ['application/json', '{}', 422, 3001, 'identity'],
] as const)('a body of %s that is not right is refused (%#)', async (type, payload, status, error, coding?) => {
  const api = await newApi(server)
  const headers = { 'x-api-key': api.key, 'content-type': type, ...(coding && { 'content-encoding': coding }) }
  const reply = await server.app.inject({ method: 'POST', url: '/v2/webhooks', headers, payload })
  expect([reply.statusCode, reply.json().error]).toEqual([status, error])
})

test('the /v2 may be omitted on the API’s own host, also for an unknown path', async () => {
  const api = await newApi(server)
  const headers = { host: 'api.sealane.localhost' }
  expect((await api.call('GET', '/webhooks', { headers })).statusCode).toBe(200)
  expect((await api.call('GET', '/nothing', { headers })).json().error).toBe(4001)
})

test('a key works as a bearer token too', async () => {
  const api = await newApi(server)
  const reply = await server.app.inject({ url: '/v2/webhooks', headers: { authorization: `Bearer ${api.key}` } })
  expect(reply.statusCode).toBe(200)
})

test('text may be any UTF-8, except characters that are refused by name and position', async () => {
  const api = await newApi(server)
  const find = (text: string) => api.call('GET', `/v2/webhooks?search=${encodeURIComponent(text)}`)
  expect((await find('Zoë 中文 😀')).statusCode).toBe(200)
  const [fault] = (await find('ab\u202ec')).json().errors
  expect(fault).toMatchObject({ path: 'search', message: expect.stringMatching(/U\+202E.*position 3/) })
})

test('a key with an allow-list uses the address that a trusted proxy forwards, in any form', async () => {
  const api = await newApi(server)
  const { secret } = await createApiKey(api.ctx, {
    name: 'Bound',
    apiVersion: '2.2',
    allowedAddresses: ['198.51.100.0/24'],
  })
  const statusFor = async (from: string) => {
    const headers = { 'x-api-key': secret, 'x-forwarded-proto': 'https', 'x-forwarded-for': from }
    return (await server.app.inject({ url: '/v2/webhooks', remoteAddress: '10.0.0.1', headers })).statusCode
  }
  expect(await statusFor('198.51.100.7:4711')).toBe(200)
  expect(await statusFor('::ffff:198.51.100.7')).toBe(200)
  expect(await statusFor('203.0.113.9')).toBe(401)
  expect(await statusFor('garbage')).toBe(401)
})

test('the root of a tenant’s host shows people a page, and the root of the API gives the body of the guide', async () => {
  const page = await server.app.inject({ url: '/', headers: { host: 'acme.api.sealane.localhost' } })
  expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('href="/docs"')])
  const api = await server.app.inject({ url: '/', headers: { host: 'api.sealane.localhost' } })
  expect([api.statusCode, api.json().error]).toEqual([404, 4001])
})
