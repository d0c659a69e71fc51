import { expect, test } from 'vitest'
import { createApiCredential } from '../../src/core/accounts/index.ts'
import { create, newWorld, type World } from '../conformance/jsonapi/world.ts'
import { type Client, clientOf, newClient } from '../support/jsonapi.ts'
import { addMember } from '../support/members.ts'

const patch = (client: Client, id: string, name: string, headers: Record<string, string>, search = '') =>
  client.call('PATCH', `/api-keys/${id}${search}`, {
    body: { data: { type: 'api-keys', id, attributes: { name } } },
    headers,
  })

test('a change succeeds only while the resource is as it was read', async () => {
  const client = await newClient()
  const { id } = await create(client, 'api-keys', { name: 'K' })
  const etag = String((await client.get(`/api-keys/${id}`)).headers.etag)
  const first = await patch(client, id, 'A', { 'if-match': etag })
  const second = await patch(client, id, 'B', { 'if-match': etag })
  expect([first.status, second.status]).toEqual([200, 412])
  expect(second.body.errors[0]).toMatchObject({ code: 'precondition_failed', source: { header: 'If-Match' } })
  expect(String((await client.get(`/api-keys/${id}`)).headers.etag)).toBe(first.headers.etag)
  const old = await client.call('DELETE', `/api-keys/${id}`, { headers: { 'if-match': etag } })
  const now = await client.call('DELETE', `/api-keys/${id}`, { headers: { 'if-match': String(first.headers.etag) } })
  expect([old.status, now.status]).toEqual([412, 204])
})

test('one of two changes of the same version is refused', async () => {
  const client = await newClient()
  const { id } = await create(client, 'api-keys', { name: 'K' })
  const headers = { 'if-match': String((await client.get(`/api-keys/${id}`)).headers.etag) }
  const answers = await Promise.all(['A', 'B', 'C'].map((name) => patch(client, id, name, headers)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412])
})

// An actor who may write keys and may not read roles.
async function newClerk(world: World): Promise<Client> {
  const permissions = ['api_keys:read', 'api_keys:write', 'api_credentials:write']
  const role = await create(world, 'roles', { name: 'clerk', permissions })
  const { id: userId } = await addMember(world.ctx, { role: String(role.attributes.name) })
  const actor = { kind: 'user', id: userId, role: 'clerk', permissions: ['api_credentials:write'] } as const
  const { token } = await createApiCredential({ ...world.ctx, actor }, { name: 'Clerk' })
  return clientOf(world.app, { ctx: world.ctx, slug: world.slug, userId, token })
}

test('a change is not made if its reply may not be read', async () => {
  const world = await newWorld()
  const clerk = await newClerk(world)
  const { id } = await create(world, 'api-keys', { name: 'Before', roleName: 'clerk' })
  const refused = await patch(clerk, id, 'After', {}, '?include=role')
  expect([refused.status, refused.body.errors[0].meta?.permission]).toEqual([403, 'roles:read'])
  expect((await world.get(`/api-keys/${id}`)).body.data.attributes.name).toBe('Before')
})
