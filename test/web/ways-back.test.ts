import { expect, test } from 'vitest'
import { accountJobs, requestPasswordReset } from '../../src/core/accounts/index.ts'
import type { Mail } from '../../src/core/mail.ts'
import { type WrittenMail, writeMail } from '../../src/texts/index.ts'
import { openServer } from '../support/jsonapi-server.ts'
import { database, newContext, vault } from '../support/organization.ts'
import { newBrowser, newPerson, password } from '../support/people.ts'

const app = await openServer()
const other = 'another long password'

async function mailsTo(email: string, now = new Date()): Promise<WrittenMail[]> {
  const sent: WrittenMail[] = []
  const sendMail = async (mail: Mail) => void sent.push(writeMail(mail))
  const parts = { database, vault, sendMail, publicUrl: () => 'https://sealane.test', now: () => now }
  await accountJobs['account.mail_reset']?.(parts, { email })
  return sent
}

const tokenIn = (mail: WrittenMail | undefined) => /token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''

async function newLink(now?: Date) {
  const ctx = await newContext()
  const { id, email } = await newPerson(ctx.organizationId)
  const [mail] = await mailsTo(email, now)
  return { ctx, id, email, token: tokenIn(mail) }
}

const reset = (token: string, given = other) =>
  newBrowser(app).ask({ method: 'POST', url: '/auth/password/reset', body: { token, password: given } })

test('a mailed link sets a new password once, ends every session, and ends the old password', async () => {
  const { email, token, ctx } = await newLink()
  const browser = newBrowser(app)
  await browser.signIn(email)
  expect([(await reset(token)).statusCode, (await reset(token)).statusCode]).toEqual([200, 404])
  expect((await browser.ask({ url: '/auth/session' })).json().user).toBeNull()
  const again = [await newBrowser(app).signIn(email), await newBrowser(app).signIn(email, other)]
  expect(again.map(({ statusCode }) => statusCode)).toEqual([401, 200])
  const trail = await ctx.db.selectFrom('audit_events').select('action').orderBy('sequence').execute()
  expect(trail.map(({ action }) => action)).toEqual(['user.signed_in', 'user.password_reset', 'user.signed_in'])
})

test('opening a link does not use it up', async () => {
  const { email, token } = await newLink()
  const look = () => newBrowser(app).ask({ url: `/auth/password/reset?token=${token}` })
  expect([(await look()).json().email, (await look()).json().email]).toEqual([email, email])
  expect((await reset(token)).statusCode).toBe(200)
  expect((await look()).statusCode).toBe(404)
})

test('a link lasts an hour, and a used link ends the other links of the person', async () => {
  const late = await newLink(new Date(Date.now() - 61 * 60_000))
  expect((await reset(late.token)).statusCode).toBe(404)
  const { email, token } = await newLink()
  const [second] = await mailsTo(email)
  expect((await reset(token)).statusCode).toBe(200)
  expect((await reset(tokenIn(second))).json().code).toBe('reset_not_found')
})

test('a password that is too short is reported and does not use the link up', async () => {
  const { token } = await newLink()
  const { statusCode, body } = await reset(token, 'short')
  expect([statusCode, JSON.parse(body).faults[0].code]).toEqual([422, 'password_length'])
  expect((await reset(token)).statusCode).toBe(200)
})

test('the address of nobody or of a deactivated person is answered like any other, and gets no mail', async () => {
  const { id, email } = await newPerson((await newContext()).organizationId)
  await database.system.updateTable('users').set({ deactivated_at: new Date() }).where('id', '=', id).execute()
  const ask = (who: string) =>
    newBrowser(app).ask({ method: 'POST', url: '/auth/password/forgot', body: { email: who } })
  const answers = [await ask(email), await ask('nobody@example.com')]
  expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(Array(2).fill([200, '{"isAccepted":true}']))
  expect([await mailsTo(email), await mailsTo('nobody@example.com')]).toEqual([[], []])
})

test('nobody gets more than three links an hour, and two simultaneous requests make one mail', async () => {
  const { email } = await newLink()
  const mails = [await mailsTo(email), await mailsTo(email), await mailsTo(email)]
  expect(mails.map((each) => each.length)).toEqual([1, 1, 0])
  for (const _ of [1, 2]) await requestPasswordReset(database.system, email)
  const { rows } = await database.pool.query('select from graphile_worker.jobs where key = $1', [`reset ${email}`])
  expect(rows).toHaveLength(1)
})

test('a mail is written in the language of the person', async () => {
  const { email, id } = await newLink()
  await database.system.updateTable('users').set({ language: 'fr' }).where('id', '=', id).execute()
  expect((await mailsTo(email))[0]?.subject).toBe('Choisissez un nouveau mot de passe')
})

test('a change of the password needs the old one, keeps this browser signed in, and signs the others out', async () => {
  const { email } = await newPerson((await newContext()).organizationId)
  const [browser, stolen] = [newBrowser(app), newBrowser(app)]
  await Promise.all([browser.signIn(email), stolen.signIn(email)])
  const change = async (currentPassword: string) =>
    (await browser.ask({ method: 'POST', url: '/auth/password', body: { currentPassword, newPassword: other } }))
      .statusCode
  expect([await change('wrong'), await change(password)]).toEqual([403, 200])
  const seen = [await browser.ask({ url: '/auth/session' }), await stolen.ask({ url: '/auth/session' })]
  expect(seen.map((each) => each.json().user?.email ?? null)).toEqual([email, null])
})

test('the trail of each organization of a person records sign-ins, sign-outs and a streak of failures', async () => {
  const ctx = await newContext()
  const { email } = await newPerson(ctx.organizationId)
  const browser = newBrowser(app)
  await browser.signIn(email)
  await browser.ask({ method: 'POST', url: '/auth/sign-out' })
  const parts = { database, vault, sendMail: async () => {}, publicUrl: () => '', now: () => new Date() }
  await accountJobs['account.failed_sign_ins']?.(parts, { email, at: new Date().toISOString() })
  const trail = await ctx.db.selectFrom('audit_events').select(['action', 'data']).orderBy('sequence').execute()
  const actions = trail.map(({ action }) => action)
  expect(actions).toEqual(['user.signed_in', 'user.signed_out', 'user.sign_ins_failed'])
  expect(trail[0]?.data).toEqual({ method: 'password' })
})
