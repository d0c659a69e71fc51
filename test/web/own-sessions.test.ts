import { expect, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { openServer } from '../support/jsonapi-server.ts'
import { database, newContext } from '../support/organization.ts'
import { newBrowser, newPerson, newSession, password } from '../support/people.ts'

const app = await openServer()

async function signedIn(role = 'admin') {
  const ctx = await newContext()
  const { slug } = await ctx.db.selectFrom('organizations').select('slug').executeTakeFirstOrThrow()
  const person = await newPerson(ctx.organizationId, { role })
  const browser = newBrowser(app, `${slug}.sealane.localhost`)
  await browser.signIn(person.email)
  return { ctx, ...person, browser }
}

const api = { 'content-type': 'application/vnd.api+json' }

test('a person sees their sessions without any token, and signs another browser out', async () => {
  const { id, email, browser } = await signedIn('viewer')
  const other = newBrowser(app)
  await other.signIn(email)
  const { body } = await browser.ask({ url: '/v1/api/sessions' })
  const seen = JSON.parse(body).data
  expect(seen.map((each: { attributes: { isCurrent: boolean } }) => each.attributes.isCurrent)).toEqual([false, true])
  const tokens = await database.system.selectFrom('sessions').select('token').where('user_id', '=', id).execute()
  expect(tokens).toHaveLength(2)
  for (const { token } of tokens) expect(body).not.toContain(token)
  expect((await browser.ask({ method: 'DELETE', url: `/v1/api/sessions/${seen[0].id}` })).statusCode).toBe(204)
  expect((await other.ask({ url: '/auth/session' })).json().user).toBeNull()
})

test('nobody sees or ends a session of another person, even in the same organization', async () => {
  const { ctx, browser } = await signedIn()
  const colleague = await newPerson(ctx.organizationId)
  const theirs = formatId('session', await newSession(colleague.id))
  expect((await browser.ask({ url: '/v1/api/sessions' })).json().data).toHaveLength(1)
  const answer = await browser.ask({ method: 'DELETE', url: `/v1/api/sessions/${theirs}` })
  expect([answer.statusCode, answer.json().errors[0].code]).toEqual([404, 'session_not_found'])
})

test('an expired session opens nothing', async () => {
  const { id, browser } = await signedIn()
  await database.system.updateTable('sessions').set({ expires_at: new Date() }).where('user_id', '=', id).execute()
  expect((await browser.ask({ url: '/v1/api/sessions' })).statusCode).toBe(401)
})

const old = new Date(Date.now() - 16 * 60_000)
const makeKey = { data: { type: 'api-keys', attributes: { name: 'Key' } } }

test.each([
  ['api-keys', { name: 'Key' }],
  ['roles', { name: 'keeper', permissions: [] }],
  ['api-credentials', { name: 'Token' }],
])('an old sign-in makes no %s until it is confirmed, and still reads', async (type, attributes) => {
  const { id, browser } = await signedIn()
  await database.system.updateTable('sessions').set({ created_at: old }).where('user_id', '=', id).execute()
  const body = { data: { type, attributes } }
  const answer = await browser.ask({ method: 'POST', url: `/v1/api/${type}`, body, headers: api })
  expect([answer.statusCode, answer.json().errors[0].code]).toEqual([403, 'sign_in_again'])
  expect((await browser.ask({ url: `/v1/api/${type}` })).statusCode).toBe(200)
})

test('the right password confirms a session, and a wrong one does not', async () => {
  const { id, browser } = await signedIn()
  await database.system.updateTable('sessions').set({ created_at: old }).where('user_id', '=', id).execute()
  const make = async () =>
    (await browser.ask({ method: 'POST', url: '/v1/api/api-keys', body: makeKey, headers: api })).statusCode
  const confirm = async (given: string) =>
    (await browser.ask({ method: 'POST', url: '/auth/confirm', body: { password: given } })).statusCode
  expect([await confirm('wrong'), await make()]).toEqual([403, 403])
  expect([await confirm(password), await make()]).toEqual([200, 201])
})

test('nobody confirms the session of another person', async () => {
  const answer = await newBrowser(app).ask({ method: 'POST', url: '/auth/confirm', body: { password } })
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'unauthenticated'])
})
