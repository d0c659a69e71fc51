import { hashPassword } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { noteChange, readChanges } from '../../src/core/changes/index.ts'
import { formatId, newId } from '../../src/core/ids.ts'
import { transaction } from '../../src/db/index.ts'
import { buildSignIn } from '../../src/sign-in.ts'
import { domain, openServer } from '../support/jsonapi-server.ts'
import { database, newContext, vault } from '../support/organization.ts'
import { newBrowser, newPerson, password } from '../support/people.ts'

const app = await openServer()

async function newMember(role = 'admin') {
  const ctx = await newContext()
  const { slug } = await ctx.db.selectFrom('organizations').select('slug').executeTakeFirstOrThrow()
  return { ctx, slug, ...(await newPerson(ctx.organizationId, { role })) }
}

test('a sign-in answers the person and their organizations, and never the token of the session', async () => {
  const { ctx, slug, id, email } = await newMember('viewer')
  const browser = newBrowser(app)
  const entered = await browser.signIn(email)
  const session = await browser.ask({ url: '/auth/session' })
  const { user, organizations, activeOrganization, position, isServerAdmin } = session.json()
  expect([entered.statusCode, user.id, user.email]).toEqual([200, formatId('user', id), email])
  const mine = { id: formatId('organization', ctx.organizationId), slug, role: 'viewer' }
  expect(organizations).toMatchObject([mine])
  expect([activeOrganization, isServerAdmin]).toEqual([slug, false])
  expect(position).toMatch(/^\d+$/)
  const [token = ''] = [...browser.jar.values()].map((value) => value.split('.')[0] ?? '')
  expect(token).toHaveLength(32)
  expect(entered.body + session.body).not.toContain(token)
})

test('the position of a session is that of the organization which the app names, behind no change of it that is still to come', async () => {
  const [home, other] = [await newMember(), await newMember()]
  const [known] = await database.system.selectFrom('memberships').selectAll().where('user_id', '=', other.id).execute()
  if (!known) throw new Error('The other member has no membership.')
  const second = { ...known, id: newId(), user_id: home.id }
  await database.system.insertInto('memberships').values(second).execute()
  const browser = newBrowser(app)
  await browser.signIn(home.email)
  const ask = async (slug: string) =>
    (await browser.ask({ url: '/auth/session', headers: { 'sealane-organization': slug } })).json().position
  // Changes are kept for an organization that somebody follows.
  for (const { ctx } of [home, other]) await readChanges(ctx, null)
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const late = transaction(other.ctx, async (inner) => {
    await noteChange(inner, 'webhook', newId(), 'webhook.late')
    begun.resolve()
    await gate.promise
  })
  await begun.promise
  await noteChange(home.ctx, 'webhook', newId(), 'webhook.early')
  const [ofHome, ofOther] = [await ask(home.slug), await ask(other.slug)]
  gate.resolve()
  await late
  const changesAfter = async (position: string) => (await readChanges(other.ctx, Number(position))).changes
  expect(await changesAfter(ofOther)).toMatchObject([{ what: 'webhook.late' }])
  expect(await changesAfter(ofHome)).toEqual([])
  expect(await ask('not-mine')).toBe(null)
})

test('the product keeps a password by scrypt, and lets in nobody with another one', async () => {
  const { email, id } = await newMember()
  const kept = await hashPassword(password)
  await database.system.updateTable('sign_in_accounts').set({ password: kept }).where('user_id', '=', id).execute()
  const own = buildSignIn({ database, vault, domain })
  const browser = { origin: 'http://localhost:3000', prefix: '', cookies: undefined, ipAddress: null, userAgent: null }
  const enter = (given: string) => own.signInByPassword(browser, { email, password: given })
  expect(kept).toMatch(/^[\da-f]{32}:[\da-f]{128}$/)
  expect([await enter(password), await enter('other')]).toMatchObject([{ userId: id }, { refused: expect.any(String) }])
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  const { email } = await newMember()
  const [cookie] = (await newBrowser(app).signIn(email)).cookies
  expect(cookie).toMatchObject({ name: 'sealane.session_token', httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(cookie?.domain).toBeUndefined()
})

test('a cookie that was stolen before the sign-out opens nothing after it', async () => {
  const { email, slug } = await newMember()
  const [browser, thief] = [newBrowser(app), newBrowser(app)]
  await browser.signIn(email)
  for (const [name, value] of browser.jar) thief.jar.set(name, value)
  expect((await browser.ask({ method: 'POST', url: '/auth/sign-out' })).statusCode).toBe(200)
  const call = await thief.ask({ url: '/v1/api/webhooks', headers: { 'sealane-organization': slug } })
  expect([call.statusCode, (await thief.ask({ url: '/auth/session' })).json().user]).toEqual([401, null])
})

test('a request without a session is told that nobody is signed in, without an error', async () => {
  const { statusCode, body } = await newBrowser(app).ask({ url: '/auth/session' })
  expect([statusCode, JSON.parse(body).user]).toEqual([200, null])
})

test.each(['localhost:3000', '127.0.0.1:3000', 'sealane.localhost:3000'])(
  'a session calls the API on %s for the organization that it names',
  async (host) => {
    const { email, slug } = await newMember()
    const browser = newBrowser(app, host)
    await browser.signIn(email)
    const call = async (named?: string) =>
      (await browser.ask({ url: '/v1/api/roles', headers: named ? { 'sealane-organization': named } : {} })).statusCode
    expect([await call(slug), await call(), await call('nobody')]).toEqual([200, 422, 403])
  },
)

test('on the host of an organization a session acts there and nowhere else', async () => {
  const { email, slug } = await newMember()
  const other = await newMember()
  const at = async (host: string, headers: Record<string, string> = {}) => {
    const browser = newBrowser(app, `${host}.sealane.localhost:3000`)
    await browser.signIn(email)
    return (await browser.ask({ url: '/v1/api/roles', headers })).statusCode
  }
  expect([await at(slug), await at(other.slug)]).toEqual([200, 403])
  expect(await at(slug, { 'sealane-organization': other.slug })).toBe(422)
})

test.each(['memberships', 'users'] as const)('a deactivation in %s takes effect at the next request', async (table) => {
  const { email, slug, ctx, id } = await newMember()
  const browser = newBrowser(app, `${slug}.sealane.localhost`)
  await browser.signIn(email)
  const call = async () => (await browser.ask({ url: '/v1/api/roles' })).statusCode
  expect(await call()).toBe(200)
  const { system } = database
  if (table === 'users')
    await system.updateTable('users').set({ deactivated_at: new Date() }).where('id', '=', id).execute()
  else await ctx.db.updateTable('memberships').set({ deactivated_at: new Date() }).execute()
  expect(await call()).toBe(table === 'users' ? 401 : 403)
})

test('a session acts with the permissions of its role', async () => {
  const { email, slug } = await newMember('viewer')
  const browser = newBrowser(app, `${slug}.sealane.localhost`)
  await browser.signIn(email)
  const body = { data: { type: 'webhooks', attributes: { destinationUrl: 'https://example.com/' } } }
  const headers = { 'content-type': 'application/vnd.api+json' }
  const answer = await browser.ask({ method: 'POST', url: '/v1/api/webhooks', body, headers })
  expect([answer.statusCode, answer.json().errors[0].code]).toEqual([403, 'permission_missing'])
})

test('a wrong password, an unknown address, a deactivated person and nonsense read the same', async () => {
  const { email, id } = await newMember()
  const off = await newMember()
  await database.system.updateTable('users').set({ deactivated_at: new Date() }).where('id', '=', off.id).execute()
  const tries = [
    [email, 'wrong'],
    ['nobody@example.com', password],
    [off.email, password],
    ['no address', password],
  ]
  const answers = await Promise.all(
    tries.map(async ([who = '', given = '']) => {
      const { statusCode, body } = await newBrowser(app).signIn(who, given)
      return JSON.stringify([statusCode, { ...JSON.parse(body), requestId: '' }])
    }),
  )
  expect([new Set(answers).size, answers[0]]).toEqual([1, expect.stringContaining('wrong_email_or_password')])
  expect(
    await database.system.selectFrom('sessions').select('id').where('user_id', 'in', [id, off.id]).execute(),
  ).toEqual([])
})
