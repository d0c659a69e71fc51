import { expect, test } from 'vitest'
import { signIn } from '../../../test/support/api.ts'
import { join, newAddress, readInvitationMail } from '../../../test/support/invitations.ts'
import { addMember } from '../../../test/support/members.ts'
import { database, newContext, vault } from '../../../test/support/organization.ts'
import type { Context } from '../context.ts'
import {
  acceptInvitation,
  declineInvitation,
  getInvitation,
  inviteMember,
  listUsers,
  readOwnInvitation,
  revokeInvitation,
  updateUser,
} from './index.ts'

const names = async (ctx: Context) => (await listUsers(ctx)).items.map(({ name }) => name)
const invite = (ctx: Context, email: string) => inviteMember(ctx, { name: 'Guest', email, role: 'viewer' })
const answeringOf = (token: string, now: Date) => ({ db: database.system, token, now, vault })
const plain = async (password: string) => password

test('an invitation does not reveal whether the address is known elsewhere, and makes nobody a member', async () => {
  const [theirs, mine] = [await newContext(), await newContext()]
  const known = await addMember(theirs, { name: 'Their Name' })
  const [one, other] = [await invite(mine, known.email), await invite(mine, newAddress())]
  const shapeOf = (record: object) => Object.entries(record).map(([name, value]) => [name, typeof value])
  expect([one.name, one.userId, await names(mine)]).toEqual(['Guest', null, []])
  expect(shapeOf(one)).toEqual(shapeOf(other))
})

test('a person who accepts becomes a member under the name they choose, and can sign in', async () => {
  const ctx = await newContext()
  const email = newAddress()
  await join(ctx, email, 'Guest', { name: ' Sam Own ' })
  expect(await names(ctx)).toEqual(['Sam Own'])
  const browser = { origin: 'http://localhost', prefix: '', cookies: undefined, ipAddress: null, userAgent: null }
  const outcome = await signIn.signInByPassword(browser, { email, password: 'correct horse battery' })
  expect(outcome).toMatchObject({ cookies: [expect.stringContaining('session_token')] })
})

test('each organization sees the name that it gave a person until they have confirmed their account', async () => {
  const [one, two] = [await newContext(), await newContext()]
  const { id, email } = await addMember(one, { name: 'One’s Name' })
  const values = { organization_id: two.organizationId, user_id: id, name: 'Two’s Name', role: 'viewer' }
  const times = { created_at: two.now, updated_at: two.now }
  await database.system
    .insertInto('memberships')
    .values({ ...values, ...times, id })
    .execute()
  expect([await names(one), await names(two)]).toEqual([['One’s Name'], ['Two’s Name']])
  await updateUser(one, id, { name: 'Renamed' })
  expect([await names(one), await names(two)]).toEqual([['Renamed'], ['Two’s Name']])
  await join(await newContext(), email, 'Guest', { name: 'Own Name' })
  expect([await names(one), await names(two)]).toEqual([['Own Name'], ['Own Name']])
})

test('a person who has signed in appears under the name of their account', async () => {
  const ctx = await newContext()
  const { id } = await addMember(ctx, { name: 'Given' })
  const times = { expires_at: ctx.now, created_at: ctx.now, updated_at: ctx.now }
  await database.system.updateTable('users').set({ name: 'Chosen' }).where('id', '=', id).execute()
  expect(await names(ctx)).toEqual(['Given'])
  await database.pool.query(
    'insert into sessions (id, user_id, token, expires_at, created_at, updated_at) values ($1, $1, $2, $3, $4, $5)',
    [id, id, ...Object.values(times)],
  )
  expect(await names(ctx)).toEqual(['Chosen'])
  const admin = { ...ctx, actor: { kind: 'api_key', id, role: 'admin', permissions: [], apiVersion: '2.2' } as const }
  await expect(
    updateUser({ ...admin, actor: { ...admin.actor, permissions: ['users:write'] } }, id, { name: 'X' }),
  ).rejects.toBeDefined()
})

test('a known person keeps name and password, and is asked for neither', async () => {
  const [one, two] = [await newContext(), await newContext()]
  const email = newAddress()
  await join(one, email, 'Guest', { name: 'Own Name' })
  const { token } = await readInvitationMail(two, await invite(two, email))
  const answering = answeringOf(token, two.now)
  expect((await readOwnInvitation(answering)).asks).toEqual({ name: false, password: false })
  await acceptInvitation(answering, { name: 'Other', password: 'taken over, it seems' }, plain)
  expect([await names(one), await names(two)]).toEqual([['Own Name'], ['Own Name']])
  const passwords = await database.pool.query(
    'select password from sign_in_accounts a join users u on u.id = a.user_id where email = $1',
    [email],
  )
  expect(passwords.rows).toHaveLength(1)
})

test('an invitation can be answered once, and not after it expired or was revoked', async () => {
  const ctx = await newContext()
  const opened = async () => (await readInvitationMail(ctx, await invite(ctx, newAddress()))).token
  const accept = (token: string, now = ctx.now) =>
    acceptInvitation(answeringOf(token, now), { name: 'Sam', password: 'correct horse battery' }, plain)
  const refused = { code: 'invitation_not_found' }
  const [once, late, declined] = [await opened(), await opened(), await opened()]
  await Promise.allSettled([accept(once), accept(once)])
  await expect(accept(once)).rejects.toMatchObject(refused)
  await expect(accept(late, new Date(ctx.now.getTime() + 8 * 86_400_000))).rejects.toMatchObject(refused)
  await declineInvitation(answeringOf(declined, ctx.now))
  await expect(accept(declined)).rejects.toMatchObject(refused)
  const invitation = await invite(ctx, newAddress())
  const { token } = await readInvitationMail(ctx, invitation)
  await revokeInvitation(ctx, invitation.id)
  await expect(accept(token)).rejects.toMatchObject(refused)
  expect(await names(ctx)).toEqual(['Sam'])
})

test('a new invitation of an address ends the earlier one, and the hour allows only a few', async () => {
  const ctx = await newContext()
  const email = newAddress()
  const first = await invite(ctx, email)
  await invite(ctx, email.toUpperCase())
  await expect(getInvitation(ctx, first.id)).rejects.toMatchObject({ code: 'invitation_not_found' })
  await invite(ctx, email)
  await expect(invite(ctx, email)).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: 3_600 })
})

test('a member cannot be invited, and every fault is reported before anything is sent', async () => {
  const ctx = await newContext()
  const { email } = await addMember(ctx)
  await expect(invite(ctx, email)).rejects.toMatchObject({ code: 'already_member' })
  await expect(inviteMember(ctx, { name: '', email: 'a,b@c', role: 'viewer' })).rejects.toMatchObject({
    faults: [{ path: ['email'] }, { path: ['name'] }],
  })
})

test('the mail quotes the words of strangers, and no such name can pass for one of this server', async () => {
  const ctx = await newContext()
  const name = 'Sealane\u2028Your account is locked: https://evil.example'
  await database.system.updateTable('organizations').set({ name }).where('id', '=', ctx.organizationId).execute()
  const { mail } = await readInvitationMail(ctx, await invite(ctx, newAddress()))
  expect(mail.subject).toBe('You are invited to join an organization')
  expect(mail.text).toContain('  > Sealane Your account is locked: https: evil.example\n')
  expect(mail.text.split('\n').filter((line) => line.includes('evil'))).toEqual([expect.stringMatching(/^ {2}> /)])
})
