import { expect, test } from 'vitest'
import { forgetSecondFactors } from '../../src/core/accounts/index.ts'
import { codeOf } from '../support/app-codes.ts'
import { openServer } from '../support/jsonapi-server.ts'
import { database, newContext, vault } from '../support/organization.ts'
import { newBrowser, newPerson, password } from '../support/people.ts'

const app = await openServer()
type Browser = ReturnType<typeof newBrowser>
const post = (browser: Browser, path: string, body: object) =>
  browser.ask({ method: 'POST', url: `/auth${path}`, body })

async function newPersonWithApp() {
  const ctx = await newContext()
  const person = await newPerson(ctx.organizationId)
  const browser = newBrowser(app)
  await browser.signIn(person.email)
  const { uri, backupCodes } = (await post(browser, '/two-factor/offer', { password })).json()
  await post(browser, '/two-factor/enable', { code: codeOf(uri) })
  return { ctx, ...person, browser, uri, backupCodes: backupCodes as string[] }
}

const userOf = async (browser: Browser) => (await browser.ask({ url: '/auth/session' })).json().user

test('an account with an app needs the password and a code', async () => {
  const { email, uri, browser } = await newPersonWithApp()
  expect((await userOf(browser)).hasTwoFactors).toBe(true)
  const other = newBrowser(app)
  expect((await other.signIn(email)).json()).toEqual({ isSignedIn: false, needsCode: true })
  expect(await userOf(other)).toBeNull()
  expect((await post(other, '/sign-in/code', { code: codeOf(uri, 5), kind: 'app' })).json().code).toBe('wrong_code')
  expect((await post(other, '/sign-in/code', { code: codeOf(uri, 1), kind: 'app' })).json()).toEqual({
    isSignedIn: true,
  })
  expect((await userOf(other)).email).toBe(email)
})

test('a code of the app works once, also in its window and after it turned the app on', async () => {
  const { email, uri } = await newPersonWithApp()
  const use = async (steps: number) => {
    const other = newBrowser(app)
    await other.signIn(email)
    const { statusCode } = await post(other, '/sign-in/code', { code: codeOf(uri, steps), kind: 'app' })
    return [statusCode, await userOf(other)]
  }
  expect(await use(0)).toEqual([401, null])
  const both = await Promise.all([use(1), use(1)])
  expect(both.map(([status]) => status).sort()).toEqual([200, 401])
  expect(await use(1)).toEqual([401, null])
})

test('a backup code signs in once', async () => {
  const { email, backupCodes } = await newPersonWithApp()
  const use = async () => {
    const other = newBrowser(app)
    await other.signIn(email)
    return (await post(other, '/sign-in/code', { code: backupCodes[0], kind: 'backup_code' })).statusCode
  }
  expect([await use(), await use()]).toEqual([200, 401])
})

test('a code without the password before it signs nobody in, even with the session of another person', async () => {
  const { uri } = await newPersonWithApp()
  const stranger = newBrowser(app)
  await stranger.signIn((await newPerson((await newContext()).organizationId)).email)
  for (const browser of [newBrowser(app), stranger]) {
    expect((await post(browser, '/sign-in/code', { code: codeOf(uri, 1), kind: 'app' })).statusCode).toBe(401)
  }
})

test('five wrong codes end the sign-in', async () => {
  const { email, uri } = await newPersonWithApp()
  const other = newBrowser(app)
  await other.signIn(email)
  for (const _ of [1, 2, 3, 4, 5]) await post(other, '/sign-in/code', { code: codeOf(uri, 9), kind: 'app' })
  expect((await post(other, '/sign-in/code', { code: codeOf(uri, 1), kind: 'app' })).statusCode).toBe(401)
})

test('an unconfirmed app is not asked for, and the offer of an app needs the password', async () => {
  const { email } = await newPerson((await newContext()).organizationId)
  const browser = newBrowser(app)
  await browser.signIn(email)
  expect((await post(browser, '/two-factor/offer', { password: 'wrong' })).json().code).toBe('wrong_password')
  expect((await post(browser, '/two-factor/offer', { password })).statusCode).toBe(200)
  expect((await newBrowser(app).signIn(email)).json()).toEqual({ isSignedIn: true })
})

test('an app that was turned off with the password is not asked for', async () => {
  const { email, browser, ctx } = await newPersonWithApp()
  expect((await post(browser, '/two-factor/disable', { password: 'wrong' })).statusCode).toBe(403)
  expect((await post(browser, '/two-factor/disable', { password })).statusCode).toBe(200)
  expect((await newBrowser(app).signIn(email)).json()).toEqual({ isSignedIn: true })
  const trail = await ctx.db.selectFrom('audit_events').select('action').orderBy('sequence').execute()
  const told = trail.map(({ action }) => action).filter((action) => action.includes('two_factor'))
  expect(told).toEqual(['user.two_factor_enabled', 'user.two_factor_disabled'])
})

test('new backup codes end the old ones', async () => {
  const { email, browser, backupCodes } = await newPersonWithApp()
  const renewed = (await post(browser, '/two-factor/backup-codes', { password })).json().backupCodes
  const use = async (code: string | undefined) => {
    const other = newBrowser(app)
    await other.signIn(email)
    return (await post(other, '/sign-in/code', { code, kind: 'backup_code' })).statusCode
  }
  expect([await use(backupCodes[1]), await use(renewed[1])]).toEqual([401, 200])
})

test('an operator lets a person who lost their app sign in with the password', async () => {
  const { id, email, browser } = await newPersonWithApp()
  await forgetSecondFactors({ db: database.system, vault, now: new Date() }, id)
  expect(await userOf(browser)).toBeNull()
  expect((await newBrowser(app).signIn(email)).json()).toEqual({ isSignedIn: true })
})

test('the secret and the backup codes are unreadable in the database', async () => {
  const { id, uri, backupCodes } = await newPersonWithApp()
  const { rows } = await database.pool.query('select * from two_factors where user_id = $1', [id])
  const kept = JSON.stringify(rows)
  expect(rows).toHaveLength(1)
  for (const secret of [new URL(uri).searchParams.get('secret') ?? 'x', ...backupCodes])
    expect(kept).not.toContain(secret)
})
