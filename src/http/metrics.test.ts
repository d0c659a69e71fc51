import { expect, test } from 'vitest'
import { newApi, testDependencies } from '../../test/support/api.ts'
import { database } from '../../test/support/organization.ts'
import { faces } from '../faces.ts'
import { createMetrics } from '../metrics/index.ts'
import { startMetricsServer } from './metrics-server.ts'
import { createRateLimits } from './rate-limit.ts'
import { createServer } from './server.ts'

async function startServer(metricsToken: string | null = null) {
  const deps = testDependencies({ metrics: createMetrics(database, { error() {} }).http, metricsToken })
  return createServer(deps, faces, { trustedProxies: [] })
}

test('a request is counted by its face and the pattern of its route, never by its path', async () => {
  const app = await startServer()
  const api = await newApi({ app })
  const id = 'wb_0123456789abcdef0123456789abcdef'
  for (const url of [`/v2/webhooks/${id}`, `/nowhere/${id}`, '/v1/api/webhooks']) await api.call('GET', url)
  const { body } = await app.inject('/metrics')
  const labels = body.split('\n').filter((line) => line.startsWith('sealane_http_requests_total{'))
  expect(labels.map((line) => line.slice(line.indexOf('{')))).toEqual([
    '{face="/v2",method="GET",route="/v2/webhooks/:webhook_id",status="404"} 1',
    '{face="/",method="GET",route="(none)",status="404"} 1',
    expect.stringMatching(/^\{face="\/v1\/api",method="GET",route="\/v1\/api\/[\w/:-]+",status="401"\} 1$/),
  ])
  expect(body).not.toContain(id)
})

test.each([
  ['this machine', '127.0.0.1', {}, 200],
  ['another machine', '10.0.0.7', {}, 403],
  ['another machine through a proxy on this one', '127.0.0.1', { 'x-forwarded-for': '10.0.0.7' }, 403],
])('without a token, %s is answered as its address allows', async (_who, remoteAddress, headers, status) => {
  const app = await startServer()
  expect((await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode).toBe(status)
})

test('with a token, only requests with it can read the metrics', async () => {
  const app = await startServer('s3cret')
  const read = async (headers: Record<string, string>) => (await app.inject({ url: '/metrics', headers })).statusCode
  expect(await read({ authorization: 'Bearer s3cret' })).toBe(200)
  for (const headers of [{}, { authorization: 'Bearer s3cre' }, { authorization: 's3cret' }])
    expect(await read(headers)).toBe(401)
})

test('an address that guesses the token is limited, and can still read with the right one', async () => {
  const app = await startServer('s3cret')
  const read = async (token: string, remoteAddress: string) =>
    (await app.inject({ url: '/metrics', remoteAddress, headers: { authorization: `Bearer ${token}` } })).statusCode
  expect(await read('s3cret', '127.0.0.7')).toBe(200)
  const guesses = await Promise.all(Array.from({ length: 120 }, (_, index) => read(`s3cre${index}`, '127.0.0.7')))
  expect([guesses.filter((status) => status === 401).length, guesses.at(-1)]).toEqual([100, 429])
  expect([await read('s3cret', '127.0.0.7'), await read('wrong', '127.0.0.8')]).toEqual([200, 401])
})

test('a separate metrics port limits guesses too', async () => {
  const { http } = createMetrics(database, { error() {} })
  const options = { port: 0, host: '127.0.0.1', token: 's3cret', rateLimits: createRateLimits(null), onError: () => {} }
  const server = await startMetricsServer(http, options)
  const read = async (token: string) =>
    (await fetch(`http://127.0.0.1:${server.port}/metrics`, { headers: { authorization: `Bearer ${token}` } })).status
  for (let index = 0; index < 100; index += 1) await read(`wrong${index}`)
  expect([await read('s3cre'), await read('s3cret')]).toEqual([429, 429])
  await server.stop()
})
