import { expect, test } from 'vitest'
import { newAuthenticator } from '../support/authenticator.ts'
import { openServer } from '../support/jsonapi-server.ts'
import { database, newContext } from '../support/organization.ts'
import { newBrowser, newPerson } from '../support/people.ts'

const app = await openServer()
type Browser = ReturnType<typeof newBrowser>
const post = (browser: Browser, path: string, body?: object) =>
  browser.ask({ method: 'POST', url: `/auth${path}`, ...(body && { body }) })

const domain = 'sealane.localhost'
const here = { rpId: domain, origin: `http://${domain}:3000` }

async function register(told: object = {}) {
  const ctx = await newContext()
  const person = await newPerson(ctx.organizationId)
  const browser = newBrowser(app, `${domain}:3000`)
  await browser.signIn(person.email)
  const device = newAuthenticator()
  const { challenge } = (await post(browser, '/passkeys/options')).json()
  const body = { name: 'Laptop', response: device.register(challenge, { ...here, ...told }) }
  return { ctx, ...person, browser, device, added: await post(browser, '/passkeys', body) }
}

async function signInWith(device: ReturnType<typeof newAuthenticator>, told = {}, host = `${domain}:3000`) {
  const browser = newBrowser(app, host)
  const { challenge } = (await post(browser, '/sign-in/passkey/options')).json()
  const response = device.signIn(challenge, { ...here, origin: `http://${host}`, ...told })
  return { browser, answer: await post(browser, '/sign-in/passkey', { response }), response }
}

test('a passkey signs its person in on every host of the domain, and the trail records it', async () => {
  const { ctx, device, email, added } = await register()
  expect(added.statusCode).toBe(200)
  for (const host of [`${domain}:3000`, `acme.${domain}:3000`]) {
    const { browser, answer } = await signInWith(device, {}, host)
    expect([answer.statusCode, answer.json()]).toEqual([200, { isSignedIn: true }])
    expect((await browser.ask({ url: '/auth/session' })).json().user.email).toBe(email)
  }
  const trail = await ctx.db.selectFrom('audit_events').select(['action', 'data']).orderBy('sequence').execute()
  expect(trail.map(({ action }) => action)).toContain('user.passkey_added')
  expect(trail.at(-1)?.data).toEqual({ method: 'passkey' })
})

test.each([
  ['did not check that it is its person', { isVerified: false }],
  ['was asked by another site', { origin: 'https://evil.example' }],
  ['was made for another site', { rpId: 'evil.example' }],
])('a device that %s neither keeps a passkey nor signs in', async (_what, told) => {
  expect((await register(told)).added.statusCode).toBe(409)
  const { device } = await register()
  const { answer } = await signInWith(device, told)
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'wrong_passkey'])
})

test('an answer of a passkey works once, and only in the browser that was asked', async () => {
  const { device } = await register()
  const { browser, response } = await signInWith(device)
  expect((await post(browser, '/sign-in/passkey', { response })).statusCode).toBe(401)
  expect((await post(newBrowser(app, `${domain}:3000`), '/sign-in/passkey', { response })).statusCode).toBe(401)
})

test.each([
  [{}],
  [{ id: 1 }],
  [{ id: 'x', response: {} }],
  [{ id: '\u0000', response: {} }],
  [{ id: 'x', response: { clientDataJSON: '!' } }],
])('nonsense (%j) signs nobody in', async (response) => {
  const browser = newBrowser(app, `${domain}:3000`)
  await post(browser, '/sign-in/passkey/options')
  expect((await post(browser, '/sign-in/passkey', { response })).statusCode).toBe(401)
})

test('a passkey is added and removed only by its person after a fresh sign-in', async () => {
  const { browser, id, device, added } = await register()
  const stranger = await register()
  const path = `/auth/passkeys/${added.json().id}`
  expect((await stranger.browser.ask({ method: 'DELETE', url: path })).statusCode).toBe(404)
  const old = new Date(Date.now() - 16 * 60_000)
  const change = (at: Date) => database.system.updateTable('sessions').set({ created_at: at }).where('user_id', '=', id)
  await change(old).execute()
  expect((await browser.ask({ method: 'DELETE', url: path })).json().code).toBe('sign_in_again')
  expect((await post(browser, '/passkeys/options')).json().code).toBe('sign_in_again')
  await change(new Date()).execute()
  expect((await browser.ask({ method: 'DELETE', url: path })).statusCode).toBe(200)
  expect((await signInWith(device)).answer.statusCode).toBe(401)
})

test('a deactivated person cannot sign in with a passkey', async () => {
  const { device, id } = await register()
  await database.system.updateTable('users').set({ deactivated_at: new Date() }).where('id', '=', id).execute()
  expect((await signInWith(device)).answer.statusCode).toBe(401)
})

test('an old session is made fresh by a passkey of its person, and not by one of somebody else', async () => {
  const [mine, other] = [await register(), await register()]
  const old = new Date(Date.now() - 16 * 60_000)
  await database.system.updateTable('sessions').set({ created_at: old }).where('user_id', '=', mine.id).execute()
  const confirm = async (device: ReturnType<typeof newAuthenticator>) => {
    const { challenge } = (await post(mine.browser, '/sign-in/passkey/options')).json()
    return post(mine.browser, '/confirm/passkey', { response: device.signIn(challenge, here) })
  }
  expect((await confirm(other.device)).json().code).toBe('wrong_passkey')
  expect((await post(mine.browser, '/passkeys/options')).json().code).toBe('sign_in_again')
  expect((await confirm(mine.device)).json()).toEqual({ isConfirmed: true })
  expect((await post(mine.browser, '/passkeys/options')).statusCode).toBe(200)
  const { rows } = await database.pool.query('select 1 from sessions where user_id = $1', [mine.id])
  expect(rows).toHaveLength(1)
})
