import { expect, test } from 'vitest'
import { type Api, newApi, useServer } from '../support/api.ts'
import { newAddress } from '../support/invitations.ts'
import { addMember } from '../support/members.ts'

const server = useServer()
const invite = (api: Api, over: object = {}) =>
  api.call('POST', '/v2/invitations', { body: { name: 'Guest', email: newAddress(), role: 'viewer', ...over } })

test('an invitation is created, listed and revoked', async () => {
  const api = await newApi(server)
  const made = await invite(api)
  const { invitation_id, expires_at } = made.json()
  expect([made.statusCode, expires_at - Number(api.ctx.now)]).toEqual([201, 7 * 86_400_000])
  expect((await api.call('GET', '/v2/invitations?status=pending')).json()).toMatchObject({ total: 1 })
  expect((await api.call('DELETE', `/v2/invitations/${invitation_id}`)).statusCode).toBe(200)
  expect((await api.call('GET', `/v2/invitations/${invitation_id}`)).json().error).toBe(4115)
})

test('no reply about an invitation has its token, or a name that another organization knows', async () => {
  const [api, other] = [await newApi(server), await newApi(server)]
  const { email } = await addMember(other.ctx, { name: 'Secret Name' })
  const replies = [await invite(api, { email }), await api.call('GET', '/v2/invitations')]
  for (const { body } of replies) expect(body).not.toMatch(/sli_|Secret Name/)
})

test('a key cannot invite to a role with more permissions than its own, or to an unknown role', async () => {
  const api = await newApi(server)
  const role = { name: 'host', permissions: ['users:read', 'users:write'] as const }
  await api.ctx.db
    .updateTable('roles')
    .set({ permissions: [...role.permissions] })
    .where('name', '=', 'viewer')
    .execute()
  await api.ctx.db.updateTable('api_keys').set({ role: 'viewer' }).execute()
  expect((await invite(api, { role: 'admin' })).json()).toMatchObject({ error: 2004 })
  expect((await invite(api, { role: 'king' })).json()).toMatchObject({ error: 4113 })
  expect((await invite(api)).statusCode).toBe(201)
})
