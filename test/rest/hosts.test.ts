import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { createAgreement } from '../../src/core/agreements/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { newApi, useServer } from '../support/api.ts'
import { simpleAgreement } from '../support/signing.ts'

const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'api.sealane.localhost' }

/** Every absolute address in an answer, whatever its member is called. */
const linksIn = (body: string) => [...body.matchAll(/https?:\/\/[^"\\ <]+/g)].map(([link]) => link)

describe('without PUBLIC_URL', () => {
  const server = useServer({ publicUrl: null, metricsToken: null }, { trustedProxies: ['127.0.0.1'] })

  test.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    'sealane.localhost.evil.example',
    'api.sealane.localhost@evil.example',
    '10.1.2.3',
    '[2001:db8::1]',
    'localhost:99999999',
    'localhost/x',
    'локальный',
  ])('the host %s is answered with 421 by every face, and is in no reply', async (host) => {
    for (const url of [
      '/v2/webhooks',
      '/v1/api/webhooks',
      '/agree/x',
      '/docs',
      '/v1/x',
      '/nothing',
      '/versions',
      '/',
    ]) {
      const reply = await server.app.inject({ url, headers: { host: Buffer.from(host).toString('latin1') } })
      expect([url, reply.statusCode]).toEqual([url, 421])
      expect(reply.body).not.toMatch(/evil|10\.1|2001:/)
    }
  })

  test.each(['evil.example', 'api.sealane.localhost, evil.example'])(
    'a trusted proxy that forwards the host %s is answered with 421',
    async (host) => {
      const headers = { ...forwarded, 'x-forwarded-host': host }
      expect((await server.app.inject({ url: '/v2/webhooks', headers })).statusCode).toBe(421)
    },
  )

  test.each([
    'sealane.localhost',
    'API.sealane.localhost.:8443',
    'acme.api.sealane.localhost',
    'localhost:3000',
    '127.0.0.1',
    '[::1]:80',
  ])('the host %s is served', async (host) => {
    expect((await server.app.inject({ url: '/v2/webhooks', headers: { host } })).statusCode).toBe(401)
  })

  test.each(['/health', '/ready'])(
    '%s answers for any host, because monitoring may know only an address',
    async (url) => {
      expect((await server.app.inject({ url, headers: { host: '10.1.2.3:3000' } })).statusCode).toBe(200)
    },
  )

  test.each([
    [{}, 'https://api.sealane.localhost'],
    [{ 'x-forwarded-port': '8443' }, 'https://api.sealane.localhost:8443'],
    [{ 'x-forwarded-port': '443' }, 'https://api.sealane.localhost'],
    [{ 'x-forwarded-port': '80' }, 'https://api.sealane.localhost'],
    [{ 'x-forwarded-host': 'api.sealane.localhost:8443' }, 'https://api.sealane.localhost:8443'],
    [{ 'x-forwarded-port': 'junk' }, 'https://api.sealane.localhost'],
    [{ 'x-forwarded-prefix': '/sealane' }, 'https://api.sealane.localhost/sealane'],
    [{ 'x-forwarded-prefix': '/a/b/', 'x-forwarded-port': '8443' }, 'https://api.sealane.localhost:8443/a/b'],
    [{ 'x-forwarded-prefix': '//evil.example' }, 'https://api.sealane.localhost'],
    [{ 'x-forwarded-prefix': '/"><script>' }, 'https://api.sealane.localhost'],
  ])('links use what a trusted proxy forwards: %j', async (more, base) => {
    const headers = { ...forwarded, ...more }
    for (const url of ['/v2/webhooks', '/v1/api/webhooks', '/v1/x']) {
      const links = linksIn((await server.app.inject({ url, headers })).body)
      expect(links.length).toBeGreaterThan(0)
      expect(links.filter((link) => !link.startsWith(`${base}/`))).toEqual([])
    }
  })

  test('links ignore what anybody else forwards', async () => {
    const headers = { 'x-forwarded-prefix': '/evil', 'x-forwarded-port': '1', host: '127.0.0.2' }
    const reply = await server.app.inject({ url: '/v1/x', headers, remoteAddress: '127.0.0.2' })
    expect(linksIn(reply.body).filter((link) => !/^http:\/\/127\.0\.0\.2\/(v|knowledge)/.test(link))).toEqual([])
  })

  test('the url of a link works on every host where the link can be made', async () => {
    const api = await newApi(server)
    const host = 'api.sealane.localhost'
    const body = { agreement_id: formatId('agreement', (await createAgreement(api.ctx, simpleAgreement)).id) }
    const made = await api.call('POST', '/agreement-links', { headers: { host }, body })
    const { pathname } = new URL(made.json().url)
    expect((await server.app.inject({ url: `${pathname}/`, method: 'HEAD', headers: { host } })).statusCode).toBe(200)
  })
})

describe('with PUBLIC_URL', () => {
  const publicUrl = 'https://sign.example.com/seal'
  const server = useServer({ publicUrl }, { trustedProxies: ['127.0.0.1'] })

  test.each(['sign.example.com', 'localhost:4000', 'api.sealane.localhost', 'acme.api.sealane.localhost:1'])(
    'every link in every reply begins with it, also when the host is %s',
    async (host) => {
      for (const url of [
        '/v2/webhooks',
        '/v1/api/webhooks',
        '/v1/x',
        '/v1/api/openapi.json',
        '/openapi.json',
        '/nothing',
      ]) {
        const { body } = await server.app.inject({ url, headers: { host, 'x-forwarded-prefix': '/x', ...https } })
        const ours = linksIn(body).filter((link) => /sealane\.localhost|localhost|sign\.example/.test(link))
        expect(ours.filter((link) => !link.startsWith(publicUrl) && !link.includes('{'))).toEqual([])
      }
    },
  )

  test.each(['/seal/v2/webhooks', '/v2/webhooks'])(
    '%s is served with and without the path of the proxy',
    async (url) => {
      const api = await newApi(server)
      expect((await api.call('GET', url, { headers: https })).statusCode).toBe(200)
    },
  )

  test('pages, redirects and cookies have the path', async () => {
    const page = await server.app.inject({ url: '/seal/docs', headers: https })
    expect(page.body).toContain('<script src="/seal/docs/reference.js"')
    expect(page.body).toContain('data-base="/seal/v2"')
    expect(page.body).not.toMatch(/="\/(?!seal)/)
  })
})

const https = { 'x-forwarded-proto': 'https' }

describe('over a socket', () => {
  const server = useServer({ publicUrl: null })

  async function send(head: string): Promise<string> {
    const { port } = new URL(
      await server.app.listen({ port: 0, host: '127.0.0.1' }).catch(() => server.app.listeningOrigin),
    )
    const socket = connect(Number(port), '127.0.0.1')
    socket.end(head)
    return text(socket)
  }

  test('a full URL in the request line names a host too', async () => {
    const head = 'GET http://evil.example/v2/webhooks HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'
    expect(await send(head)).toMatch(/^HTTP\/1\.1 421/)
  })

  test('a client of HTTP/1.0 without a host is served', async () => {
    expect(await send('GET /v2/webhooks HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 401/)
  })
})

test('a key does not work on the host of another tenant', async () => {
  const headers = { host: 'somebody.api.sealane.localhost' }
  const api = await newApi(keyed)
  expect((await api.call('GET', '/v2/webhooks', { headers })).statusCode).toBe(401)
})

const keyed = useServer()
