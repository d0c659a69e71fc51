import { expect, test } from 'vitest'
import { newSigning, type Signing } from '../../../test/support/signing.ts'
import { updateOrganization } from '../../core/accounts/index.ts'

const site = 'https://app.example.com'
const frame = { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' }

/** Requests a page as a browser does. Returns the sites that may frame it, and the attributes of its cookies. */
async function ask({ app, base }: Signing, path = '', headers: Record<string, string> = {}) {
  const reply = await app.inject({ url: `${base}${path}`, headers })
  const [, ancestors = ''] = /frame-ancestors ([^;]+)/.exec(String(reply.headers['content-security-policy'])) ?? []
  return { ancestors, status: reply.statusCode, cookies: reply.cookies, headers: reply.headers }
}

async function newFramed(): Promise<Signing> {
  const signing = await newSigning()
  await updateOrganization(signing.ctx, { embeddingOrigins: [site] })
  return signing
}

test('only sites that the organization names may show signing pages in a frame', async () => {
  expect((await ask(await newSigning())).ancestors).toBe("'none'")
  expect((await ask(await newFramed())).ancestors).toBe(site)
})

test('no site may frame a page without an organization', async () => {
  const signing = await newFramed()
  expect(await ask({ ...signing, base: '/agree/2222222222222222222222/' })).toMatchObject({
    ancestors: "'none'",
    status: 404,
  })
  expect((await ask({ ...signing, base: '/agree/' })).ancestors).toBe("'none'")
})

test('a refusal on a page of the organization can be read in the frame', async () => {
  const signing = await newFramed()
  expect(await ask(signing, 'begin/nothing')).toMatchObject({ ancestors: site, status: 404 })
})

test('in a frame of another site cookies are partitioned, and elsewhere they are not', async () => {
  const signing = await newFramed()
  const theirs = (await ask(signing, '', frame)).cookies
  expect(theirs.map(({ name }) => name).sort()).toEqual(['sealane_browser', 'sealane_framed'])
  for (const cookie of theirs)
    expect(cookie).toMatchObject({ partitioned: true, sameSite: 'None', secure: true, httpOnly: true })
  const [own] = (await ask(signing, '', { 'sec-fetch-dest': 'document' })).cookies
  expect(own).toMatchObject({ name: 'sealane_browser', sameSite: 'Lax', httpOnly: true })
})

test('a framed ceremony stays framed after its first page', async () => {
  const { cookies } = await ask(await newFramed(), '', {
    ...frame,
    'sec-fetch-site': 'same-origin',
    cookie: 'sealane_framed=1',
  })
  expect(cookies.find(({ name }) => name === 'sealane_browser')).toMatchObject({ partitioned: true })
})

test('a form of the framing site is refused like that of any other site', async () => {
  const { app, base } = await newFramed()
  const headers = { origin: site, 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' }
  expect((await app.inject({ method: 'POST', url: `${base}view`, headers, payload: 'a=1' })).statusCode).toBe(403)
})

test('the script for embedding is small, and every site may load it', async () => {
  const { app } = await newSigning()
  const { headers, rawPayload } = await app.inject('/agree/embed.js')
  expect(rawPayload.length).toBeLessThanOrEqual(3_072)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
  })
})
