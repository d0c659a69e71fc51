import { beforeAll, expect, test } from 'vitest'
import { openServer } from '../support/jsonapi-server.ts'
import { newContext } from '../support/organization.ts'
import { newBrowser, newPerson } from '../support/people.ts'

const app = await openServer()
const browser = newBrowser(app)
const state = { slug: '' }

beforeAll(async () => {
  const ctx = await newContext()
  const { email } = await newPerson(ctx.organizationId)
  state.slug = (await ctx.db.selectFrom('organizations').select('slug').executeTakeFirstOrThrow()).slug
  await browser.signIn(email)
})

const json = { 'content-type': 'application/vnd.api+json' }
const create = { data: { type: 'webhooks', attributes: { destinationUrl: 'https://example.com/' } } }

async function write(headers: Record<string, string>) {
  const named = { ...json, 'sealane-organization': state.slug }
  return browser.ask({ method: 'POST', url: '/v1/api/webhooks', body: create, headers: { ...named, ...headers } })
}

const evil = 'https://evil.example'
const neighbour = 'http://other.localhost:3000'

test.each([
  ['a fetch of another site', { origin: evil, 'sec-fetch-site': 'cross-site' }],
  ['a page of a neighbour under the same domain', { origin: neighbour, 'sec-fetch-site': 'same-site' }],
  ['a page of another port', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' }],
  ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['a browser that only says its origin', { origin: evil, 'sec-fetch-site': '' }],
  ['an origin that begins as ours', { origin: 'http://localhost:3000.evil.example', 'sec-fetch-site': 'same-origin' }],
  ['an address that was typed', { origin: '', 'sec-fetch-site': 'none' }],
])('a write by cookie from %s is refused, and nothing is written', async (_who, headers) => {
  const answer = await write(headers)
  expect([answer.statusCode, answer.json().errors[0].code]).toEqual([403, 'cross_site'])
  const list = await browser.ask({ url: '/v1/api/webhooks', headers: { 'sealane-organization': state.slug } })
  expect(list.json().data).toEqual([])
})

test.each([
  ['/auth/sign-out', { origin: neighbour, 'sec-fetch-site': 'same-site' }],
  ['/auth/sign-out', { origin: evil, 'sec-fetch-site': 'cross-site' }],
  ['/auth/sign-in/email', { origin: evil, 'sec-fetch-site': 'cross-site' }],
])('%s of another site is refused, and the session stays', async (url, headers) => {
  const answer = await browser.ask({ method: 'POST', url, headers, body: {} })
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'cross_site'])
  expect((await browser.ask({ url: '/auth/session' })).json().user).not.toBeNull()
})

test.each(['text/plain', 'application/x-www-form-urlencoded'])(
  'a form (%s), which other sites can send without a preflight, writes nothing by cookie',
  async (type) => {
    const answer = await write({ origin: evil, 'sec-fetch-site': 'cross-site', 'content-type': type })
    expect(answer.statusCode).toBe(415)
  },
)

test('a form, which other sites can send without a preflight, is not read', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await browser.ask({ method: 'POST', url: '/auth/sign-in/email', body: 'email=a', headers })
  expect(answer.statusCode).toBe(415)
})

test('a read by cookie from another site is refused, and an address that a person types is served', async () => {
  const read = async (headers: Record<string, string>) =>
    (await browser.ask({ url: '/v1/api/webhooks', headers: { 'sealane-organization': state.slug, ...headers } }))
      .statusCode
  expect(await read({ origin: evil, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await read({ origin: '', 'sec-fetch-site': 'none' })).toBe(200)
})
