import { beforeEach, expect, test } from 'vitest'
import { tokenOfSetUp, waitsForSetUp } from '../../src/core/accounts/index.ts'
import { openDatabase } from '../../src/db/index.ts'
import { faces } from '../../src/faces.ts'
import { createServer } from '../../src/http/server.ts'
import { buildSignIn } from '../../src/sign-in.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { sharedBrowser } from '../support/browser.ts'
import { createDatabase, newestShape } from '../support/database.ts'
import { dependencies, domain } from '../support/jsonapi-server.ts'
import { vault } from '../support/organization.ts'
import { passwords } from '../support/passwords.ts'
import { newBrowser, password } from '../support/people.ts'
import { keepPicture } from '../support/pictures.ts'
import { builtWebApp } from '../support/web-app.ts'

const token = tokenOfSetUp(vault)
const webFolder = await builtWebApp()
const admin = { name: 'Ada', email: 'Ada@example.com', password, organizationName: 'Acme', slug: 'acme' }

// A server that nobody has set up yet.
async function newServer() {
  const database = openDatabase({ url: await createDatabase(newestShape), maxConnections: 3 })
  const app = await createServer(
    { ...dependencies, webFolder, database, signIn: buildSignIn({ database, vault, domain, passwords }) },
    faces,
    { trustedProxies: [] },
  )
  app.addHook('onClose', () => database.close())
  return { app, database }
}

let world: Awaited<ReturnType<typeof newServer>>
beforeEach(async () => {
  world = await newServer()
  return () => world.app.close()
})

const setUp = (over: object = {}) =>
  newBrowser(world.app).ask({ method: 'POST', url: '/auth/set-up', body: { token, ...admin, ...over } })

test('the set-up link makes the first organization and its admin, signs the admin in as operator, and works once', async () => {
  const browser = newBrowser(world.app)
  const made = await browser.ask({ method: 'POST', url: '/auth/set-up', body: { token, ...admin } })
  const session = (await browser.ask({ url: '/auth/session' })).json()
  expect([made.statusCode, session.user.email, session.isServerAdmin]).toEqual([200, 'ada@example.com', true])
  expect(session.organizations).toMatchObject([{ slug: 'acme', role: 'admin' }])
  const again = await setUp({ slug: 'other', email: 'eve@example.com' })
  expect([again.statusCode, again.json().code]).toEqual([404, 'set_up_not_open'])
  expect((await browser.ask({ url: `/auth/set-up?token=${token}` })).statusCode).toBe(404)
  const { rows } = await world.database.pool.query('select task_identifier from graphile_worker.jobs')
  expect(rows).toEqual([{ task_identifier: 'account.welcome' }])
})

test('the set-up in the browser asks for the organization and the admin, reports the test mail, and opens the app', async () => {
  const url = await world.app.listen({ port: 0, host: '127.0.0.1' })
  const page = await (await sharedBrowser()).newPage({ locale: 'en-GB' })
  await page.goto(`${url}/set-up?token=${token}`)
  const fields = { 'Name of the organization': 'Acme', 'Its short name': 'acme', 'Your name': 'Ada' }
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value)
  await expectAccessible(page)
  await keepPicture(page, 'set-up-desktop-light')
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByText('A test mail is on its way to ada@example.com').waitFor()
  await page.getByRole('link', { name: 'Go to the app' }).click()
  await page.getByRole('navigation').first().waitFor()
  await page.close()
})

const wrongTokens = ['x', token.slice(1), `${token}a`, token.toLowerCase()]
const wrongWords = [
  [{ password: 'short' }, 'password'],
  [{ slug: 'No Slug' }, 'slug'],
  [{ email: 'nowhere' }, 'email'],
  [{ name: '' }, 'name'],
] as const

// All tests use one server. The right words set it up at the end, so no earlier test has done so.
test('a scanner that opens the link, a wrong link and a refused word set nothing up, and a refusal names its fault', async () => {
  for (const _ of [1, 2])
    expect((await newBrowser(world.app).ask({ url: `/auth/set-up?token=${token}` })).json().isWaiting).toBe(true)
  for (const wrong of wrongTokens) expect([wrong, (await setUp({ token: wrong })).statusCode]).toEqual([wrong, 404])
  for (const [over, member] of wrongWords) {
    const { statusCode, body } = await setUp(over)
    expect([statusCode, JSON.parse(body).faults[0].member]).toEqual([422, member])
    expect(await waitsForSetUp(world.database.system)).toBe(true)
  }
  expect((await setUp()).statusCode).toBe(200)
})

test('one of two simultaneous set-ups wins', async () => {
  const answers = await Promise.all([setUp({ slug: 'one' }), setUp({ slug: 'two', email: 'eve@example.com' })])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404])
})
