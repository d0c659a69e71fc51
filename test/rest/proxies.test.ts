import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { createTrust } from '../../src/http/proxies.ts'
import { newApi, useServer } from '../support/api.ts'

const lines: { level: number; msg: string }[] = []
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
const behind = useServer({ log }, { trustedProxies: ['127.0.0.1', '10.0.0.0/8'] })
const open = useServer({ log }, { trustedProxies: [] })
const production = useServer({ log, isProduction: true }, { trustedProxies: [] })

test.each([
  ['127.0.0.1', { 'x-forwarded-proto': 'http' }, 403],
  ['127.0.0.1', { 'x-forwarded-proto': 'https, http' }, 403],
  ['127.0.0.1', { 'x-forwarded-proto': 'http, https' }, 200],
  ['127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, 403],
  ['127.0.0.1', { forwarded: 'for=203.0.113.9;proto=http' }, 403],
  ['10.9.9.9', { 'x-forwarded-proto': 'https' }, 200],
  ['10.9.9.9', {}, 403],
  ['127.0.0.1', {}, 200],
])('from the trusted %s, %j is answered with %i', async (remoteAddress, headers, status) => {
  const { key } = await newApi(behind)
  const reply = await behind.app.inject({
    url: '/v2/webhooks',
    remoteAddress,
    headers: { 'x-api-key': key, ...headers },
  })
  expect(reply.statusCode).toBe(status)
})

test('an unknown proxy is logged at once, once, with the line to set', async () => {
  const ask = () =>
    open.app.inject({ url: '/health', remoteAddress: '::ffff:127.0.0.7', headers: { 'x-forwarded-for': '1.2.3.4' } })
  for (let count = 0; count < 5; count += 1) expect((await ask()).statusCode).toBe(200)
  expect(lines.filter(({ msg }) => msg.includes('TRUSTED_PROXIES=127.0.0.7'))).toHaveLength(1)
})

test('many unknown neighbours do not fill the log', async () => {
  const before = lines.length
  for (let last = 0; last < 300; last += 1) {
    const remoteAddress = `198.51.100.${last % 256}`
    await open.app.inject({ url: '/health', remoteAddress, headers: { 'x-forwarded-for': '1.2.3.4' } })
  }
  expect(lines.length - before).toBeLessThanOrEqual(100)
})

test('in production the requests of an unknown proxy on this machine are refused, with the line to set', async () => {
  const { key } = await newApi(production)
  const ask = (headers: Record<string, string>) =>
    production.app.inject({ url: '/v2/webhooks', headers: { 'x-api-key': key, ...headers } })
  const refused = await ask({ 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' })
  expect([refused.statusCode, refused.json().detail]).toEqual([
    403,
    expect.stringContaining('TRUSTED_PROXIES=127.0.0.1'),
  ])
  expect((await ask({})).statusCode).toBe(200)
})

describe('Strict-Transport-Security', () => {
  test.each([
    [behind, { 'x-forwarded-proto': 'https', host: 'api.sealane.localhost' }, 'max-age=300'],
    [behind, { 'x-forwarded-proto': 'https', host: '127.0.0.1' }, 'max-age=31536000'],
    [behind, {}, undefined],
    [open, { 'x-forwarded-proto': 'https' }, undefined],
  ])('%# is sent over TLS, with a short age on localhost', async (server, headers, promise) => {
    for (const url of ['/health', '/v2/webhooks', '/agree/x', '/docs', '/v1/api/webhooks'])
      expect((await server.app.inject({ url, headers })).headers['strict-transport-security']).toBe(promise)
  })
})

test.each(['/docs', '/v1/api/docs', '/v1/api/errors', '/knowledge/errors', '/agree/x'])(
  'no site can frame %s',
  async (url) => {
    const { headers } = await open.app.inject({ url })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  },
)

test.each([
  [['loopback'], '127.9.9.9', true],
  [['loopback'], '::1', true],
  [['uniquelocal'], '172.31.0.1', true],
  [['uniquelocal'], '::ffff:10.0.0.1', true],
  [['linklocal'], 'fe80::1', true],
  [['10.0.0.1'], '10.0.0.2', false],
  [['fd00::/8'], 'fd12::1', true],
  [['::ffff:10.0.0.1'], '10.0.0.1', true],
  [[], '127.0.0.1', false],
  [['0.0.0.0/0'], 'fe80::1', false],
])('with TRUSTED_PROXIES %j, %s is trusted: %s', (proxies, address, trusted) => {
  expect(createTrust(proxies)(address)).toBe(trusted)
})
