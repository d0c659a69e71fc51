import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { createUser } from '../src/core/accounts/index.ts'
import { transaction } from '../src/db/index.ts'
import { database, newContext } from './support/organization.ts'
import { createSignIn } from './support/sign-in.ts'

const signIn = createSignIn(database.pool)

async function newAdmin() {
  const ctx = await newContext()
  const person = {
    name: 'Ada',
    email: `Ada-${randomUUID()}@acme.test`,
    password: 'correct horse battery',
    role: 'admin',
  }
  const input = { ...person, organizationId: ctx.organizationId, now: ctx.now }
  const { id } = await transaction({ db: database.system }, ({ db }) => createUser(db, input, hashPassword))
  return { ...person, id, organizationId: ctx.organizationId }
}

test('better-auth signs a person of ours in by e-mail and password, on our tables', async () => {
  const { id, email, password } = await newAdmin()
  const { user, token } = await signIn.api.signInEmail({ body: { email, password } })
  const { rows } = await database.pool.query('select user_id from sessions where token = $1', [token])
  expect([user.id, ...rows]).toEqual([id, { user_id: id }])
})

test('better-auth refuses a wrong password', async () => {
  const { email } = await newAdmin()
  await expect(signIn.api.signInEmail({ body: { email, password: 'wrong' } })).rejects.toThrow(/invalid/i)
})

test('better-auth sees the organization and the membership of a person of ours', async () => {
  const { email, password, organizationId } = await newAdmin()
  const { headers } = await signIn.api.signInEmail({ body: { email, password }, returnHeaders: true })
  const cookie = new Headers({
    cookie: headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; '),
  })
  const organizations = await signIn.api.listOrganizations({ headers: cookie })
  expect(organizations.map(({ id }) => id)).toEqual([organizationId])
  await signIn.api.setActiveOrganization({ headers: cookie, body: { organizationId } })
  expect((await signIn.api.getActiveMember({ headers: cookie }))?.role).toBe('admin')
})
