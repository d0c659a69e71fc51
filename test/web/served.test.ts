import { describe, expect, test } from 'vitest'
import { useServer } from '../support/api.ts'
import { newContext } from '../support/organization.ts'
import { newBrowser, newPerson } from '../support/people.ts'
import { builtWebApp } from '../support/web-app.ts'

const webFolder = await builtWebApp()
const server = useServer({ webFolder, publicUrl: null })
type Browser = ReturnType<typeof newBrowser>
const navigation = { accept: 'text/html', 'sec-fetch-mode': 'navigate' }
const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  server.app.inject({ method, url, headers: { host: 'localhost:3000', ...headers } })

let entered: Promise<Browser> | undefined

// One password serves all tests, because checking a password is slow by intent.
function enter(): Promise<Browser> {
  entered ??= (async () => {
    const browser = newBrowser(server.app)
    await browser.signIn((await newPerson((await newContext()).organizationId)).email)
    return browser
  })()
  return entered
}

test.each(['/', '/settings/integrations', '/webhooks/wb_1', '/o/acme/agreements?status=x', '/audit'])(
  'a browser at %s sees the app with a session, and without one the sign-in that leads back',
  async (url) => {
    const led = await ask(url, navigation)
    const back = url === '/' ? '' : `?next=${encodeURIComponent(url)}`
    expect([led.statusCode, led.headers.location]).toEqual([302, `/sign-in${back}`])
    const reply = await (await enter()).ask({ url, headers: navigation })
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(reply.body).toContain('<script type="module" src="/assets/index')
  },
)

test.each(['/verifications?status=completed', '/o/acme/verifications', '/webhooks/wb_1', '/settings/profile/'])(
  'the page at %s names its files and first requests, so that nothing waits for its script',
  async (url) => {
    const { body } = await (await enter()).ask({ url, headers: navigation })
    const named = [...body.matchAll(/<link rel="(?:modulepreload|stylesheet)" href="(.+?)"/g)].map(([, path]) => path)
    expect(named).toContainEqual(expect.stringMatching(/^\/assets\/(page|detail)-/))
    expect(body).toContain('<link rel="preload" as="fetch" crossorigin href="/auth/session">')
    for (const path of named) expect((await ask(path ?? '')).statusCode).toBe(200)
  },
)

test.each(['/sign-in', '/sign-in?next=%2Faudit', '/set-up/', '/verify'])(
  'the page at %s needs no session',
  async (url) => {
    const reply = await ask(url, navigation)
    expect([reply.statusCode, reply.body]).toEqual([200, expect.stringMatching(/\/assets\/(sign-in|verify)/)])
  },
)

test.each(['/webhooks', '/verifications', '/agreements', '/submissions'])(
  'a program that asks %s reaches the REST dialect on this machine, and nothing elsewhere',
  async (url) => {
    expect((await ask(url, { accept: '*/*' })).json().error).toBe(2002)
    expect((await ask(url, { accept: '*/*', host: 'sealane.localhost' })).statusCode).toBe(404)
    expect((await ask(url, { ...navigation, host: 'api.sealane.localhost' })).json().error).toBe(2002)
    expect((await ask(url, { ...navigation, host: 'acme.api.sealane.localhost' })).statusCode).toBe(404)
  },
)

test('an unknown address shows the app with 404 to people, and answers programs with an error', async () => {
  const page = await ask('/nowhere', navigation)
  expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  const told = await ask('/nowhere', { accept: '*/*' })
  expect([told.statusCode, told.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
})

test('a page allows no inline style or script, and nothing from another host', async () => {
  const policy = String((await ask('/sign-in')).headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test('a page in the cache of a browser is not sent again, and HEAD answers the same headers without a body', async () => {
  const first = await ask('/')
  const head = await ask('/', {}, 'HEAD')
  expect([head.statusCode, head.headers.etag, head.body]).toEqual([200, first.headers.etag, ''])
  const again = await ask('/', { 'if-none-match': String(first.headers.etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

describe('under a path', () => {
  const below = useServer({ webFolder, publicUrl: 'https://example.com/sign' })
  test('the pages put the path in front of every file that they load', async () => {
    const headers = { host: 'example.com', 'x-forwarded-proto': 'https' }
    const { body } = await below.app.inject({ url: '/sign/settings/integrations', headers })
    expect(body).toContain('data-base="/sign/"')
    expect(body.match(/(?:src|href)="\/(?!sign\/)/g)).toBeNull()
  })
})

test.each([
  ['br', 'gzip, deflate, br'],
  ['gzip', 'gzip'],
  ['gzip', 'br;q=0, gzip'],
  [undefined, 'identity'],
])(
  'the files of a page may be cached for ever, and are packed as %s when a browser takes %s',
  async (coding, accepted) => {
    const [, script = ''] = /src="(\/assets\/index[^"]+\.js)"/.exec((await ask('/')).body) ?? []
    const reply = await ask(script, { 'accept-encoding': accepted })
    expect(reply.headers['content-encoding']).toBe(coding)
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(reply.headers['content-type']).toBe('text/javascript; charset=utf-8')
  },
)

test.each([
  ['/settings/profile', 'POST', 'GET, HEAD, OPTIONS'],
  ['/sign-in', 'PUT', 'GET, HEAD, OPTIONS'],
  ['/agree/2JMpcMcahDdA65bu2D7t7e/', 'POST', 'GET, HEAD, OPTIONS'],
  ['/agree/2JMpcMcahDdA65bu2D7t7e/passcode', 'PATCH', 'POST, OPTIONS'],
  ['/evidence/ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b/checkpoint', 'PUT', 'GET, HEAD, OPTIONS'],
] as const)('the page %s answers %s with 405 and says what it takes', async (url, method, allow) => {
  const headers = { host: 'localhost:3000', 'sec-fetch-site': 'same-origin' }
  const reply = await server.app.inject({ method, url, headers })
  expect([reply.statusCode, reply.headers.allow]).toEqual([405, allow])
})

test('an address of the REST dialect is unknown to programs on a host of pages, whatever the method', async () => {
  const headers = { accept: '*/*', host: 'sealane.localhost' }
  expect((await server.app.inject({ method: 'POST', url: '/webhooks', headers })).statusCode).toBe(404)
})
