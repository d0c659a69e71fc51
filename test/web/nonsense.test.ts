import { beforeAll, expect, test } from 'vitest'
import { forgetEnded } from '../../src/core/accounts/forget-ended.ts'
import { openServer } from '../support/jsonapi-server.ts'
import { database, newContext } from '../support/organization.ts'
import { newBrowser, newPerson, newSession, password } from '../support/people.ts'

const app = await openServer()
const browser = newBrowser(app)
beforeAll(async () => {
  await browser.signIn((await newPerson((await newContext()).organizationId)).email)
})

const routes: Record<string, string[]> = {
  '/sign-in/email': ['email', 'password'],
  '/sign-in/code': ['code', 'kind'],
  '/sign-in/passkey': ['response'],
  '/confirm': ['password'],
  '/password': ['currentPassword', 'newPassword'],
  '/password/forgot': ['email'],
  '/password/reset': ['token', 'password'],
  '/set-up': ['token', 'organizationName', 'slug', 'name', 'email', 'password'],
  '/two-factor/offer': ['password'],
  '/two-factor/enable': ['code'],
  '/two-factor/disable': ['password'],
  '/two-factor/backup-codes': ['password'],
  '/passkeys': ['name', 'response'],
  '/profile': ['name', 'language'],
}
const nonsense = ['\u0000', 'a\u0000@b.c', '\ud800', '\u202e', 'x'.repeat(5_000), '', 5, null, true, [], {}, ['a']]

test.each(Object.entries(routes))('no body of %s causes an internal error', async (route, members) => {
  const url = `/auth${route}`
  for (const member of members) {
    for (const value of nonsense) {
      const body = { ...Object.fromEntries(members.map((name) => [name, 'plain text'])), [member]: value }
      const { statusCode, body: said } = await browser.ask({ method: 'POST', url, body })
      expect([member, value, statusCode < 500, said]).toEqual([member, value, true, said])
    }
  }
})

test('sessions and tries that ended a day ago are removed, and usable ones stay', async () => {
  const { id } = await newPerson((await newContext()).organizationId)
  const [ended, open] = [await newSession(id, new Date(Date.now() - 3 * 86_400_000)), await newSession(id)]
  await forgetEnded(database.system, new Date())
  const left = await database.system.selectFrom('sessions').select('id').where('user_id', '=', id).execute()
  expect([left, ended === open]).toEqual([[{ id: open }], false])
  expect((await browser.ask({ url: '/auth/session' })).json().user).not.toBeNull()
  expect((await browser.ask({ method: 'POST', url: '/auth/confirm', body: { password } })).statusCode).toBe(200)
})
