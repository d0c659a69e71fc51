import { expect, test } from 'vitest'
import { createApiKey, listApiKeys, setMaintenance } from '../../src/core/accounts/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { jsonApiFace } from '../../src/http/jsonapi/index.ts'
import { createRateLimits } from '../../src/http/rate-limit.ts'
import { createServer } from '../../src/http/server.ts'
import { type Client, clientOf, mediaType, newClient } from '../support/jsonapi.ts'
import { dependencies } from '../support/jsonapi-server.ts'

async function invite(admin: Client, role: string) {
  const [found] = (await admin.get(`/roles?filter[name]=${role}`)).body.data
  const attributes = { name: 'Bo', email: `${role}-${admin.slug}@example.com` }
  const relationships = { role: { data: { type: 'roles', id: found.id } } }
  return admin.call('POST', '/invitations', { body: { data: { type: 'invitations', attributes, relationships } } })
}

test('a token acts with its user’s role, and a refusal names the missing permission', async () => {
  const viewer = await newClient('viewer')
  expect((await viewer.get('/webhooks')).status).toBe(200)
  const data = { type: 'webhooks', attributes: { destinationUrl: 'https://example.com/' } }
  const { status, body } = await viewer.call('POST', '/webhooks', { body: { data } })
  const [{ code, meta }] = body.errors
  expect([status, code, meta?.permission]).toEqual([403, 'permission_missing', 'webhooks:write'])
})

test('a demotion or deactivation applies to the next request', async () => {
  const [admin, member] = [await newClient(), await newClient('member')]
  const [viewer] = (await member.get('/roles?filter[name]=viewer')).body.data
  const { db, organizationId } = member.ctx
  await db.updateTable('memberships').set({ role: 'viewer' }).where('organization_id', '=', organizationId).execute()
  const path = `/users/${formatId('user', member.userId)}/relationships/role`
  expect((await member.call('PATCH', path, { body: { data: { type: 'roles', id: viewer.id } } })).status).toBe(403)
  await db.updateTable('memberships').set({ deactivated_at: new Date() }).execute()
  expect((await member.get('/roles')).status).toBe(401)
  expect((await admin.get('/roles')).status).toBe(200)
})

test('nobody can grant more than they hold', async () => {
  const admin = await newClient()
  const keeper = {
    type: 'roles',
    attributes: { name: 'keeper', permissions: ['users:read', 'users:write', 'roles:read'] },
  }
  await admin.call('POST', '/roles', { body: { data: keeper } })
  await admin.ctx.db.updateTable('memberships').set({ role: 'keeper' }).execute()
  const { body } = await invite(admin, 'admin')
  expect([body.errors[0].status, body.errors[0].code]).toEqual(['403', 'permission_not_held'])
})

test('an actor with few permissions can neither revive, weaken nor revoke the key of an admin', async () => {
  const client = await newClient()
  const { id, updatedAt } = await createApiKey(client.ctx, { name: 'Old', allowedAddresses: ['203.0.113.7'] })
  const { db } = client.ctx
  await db
    .updateTable('api_keys')
    .set({ expires_at: new Date(0) })
    .execute()
  const granted = ['api_keys:read', 'api_keys:write']
  await db.updateTable('roles').set({ permissions: granted }).where('name', '=', 'viewer').execute()
  await db.updateTable('memberships').set({ role: 'viewer' }).execute()
  const path = `/api-keys/${formatId('api_key', id)}`
  for (const attributes of [{ expiresAt: null, allowedAddresses: [] }, { roleName: 'viewer' }, { name: 'Mine' }]) {
    const data = { type: 'api-keys', id: formatId('api_key', id), attributes }
    expect((await client.call('PATCH', path, { body: { data } })).body.errors[0].code).toBe('permission_not_held')
  }
  expect((await client.call('DELETE', path)).status).toBe(403)
  expect((await listApiKeys(client.ctx)).items).toMatchObject([{ updatedAt, revokedAt: null }])
})

test('a token on another tenant’s host is a 401, and works on its own and on every neutral host', async () => {
  const [mine, theirs] = [await newClient(), await newClient()]
  const on = async (host: string) => (await mine.get('/roles', { host })).status
  expect(await on(`${mine.slug}.api.sealane.localhost:3000`)).toBe(200)
  expect(await on('127.0.0.1:3000')).toBe(200)
  expect(await on(`${theirs.slug}.api.sealane.localhost`)).toBe(401)
})

test('links are absolute, with the host of the request', async () => {
  const { get, slug } = await newClient()
  const host = `${slug}.api.sealane.localhost:3000`
  expect((await get('/roles', { host })).body.links.self).toBe(`http://${host}/v1/api/roles`)
})

test('a revoked, expired or missing token is a 401', async () => {
  const client = await newClient()
  const data = { type: 'api-credentials', attributes: { name: 'Other' } }
  const made = await client.call('POST', '/api-credentials', { body: { data } })
  const other = clientOf(client.app, { ...client, token: String(made.body.data.attributes.token) })
  expect((await other.get('/roles')).status).toBe(200)
  await client.call('DELETE', `/api-credentials/${made.body.data.id}`)
  const answer = await other.get('/roles')
  expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Sealane"'])
  expect((await other.get('/roles', { authorization: '' })).status).toBe(401)
})

test('in maintenance everything is a 503, except that an admin can end it', async () => {
  const client = await newClient()
  await setMaintenance(client.ctx, true)
  const answer = await client.get('/webhooks')
  expect([answer.status, answer.body.errors[0].title]).toEqual([503, 'We are currently under maintenance.'])
  const id = formatId('organization', client.ctx.organizationId)
  const data = { type: 'organizations', id, attributes: { inMaintenance: false } }
  expect((await client.call('PATCH', `/organizations/${id}`, { body: { data } })).status).toBe(200)
  expect((await client.get('/webhooks')).status).toBe(200)
})

test('a POST with an Idempotency-Key happens once, and its repeated reply has no secret', async () => {
  const { call, get } = await newClient()
  const data = { type: 'api-keys', attributes: { name: 'Once' } }
  const post = (name: string) =>
    call('POST', '/api-keys', {
      body: { data: { ...data, attributes: { name } } },
      headers: { 'idempotency-key': 'k1' },
    })
  const [first, again] = [await post('Once'), await post('Once')]
  const text = first.text.replace(/APIKEY-\d+_\w+/, '(shown once, in the first reply)')
  expect(text).not.toBe(first.text)
  expect([again.text, again.headers.location]).toEqual([text, first.headers.location])
  expect(again.headers['idempotent-replayed']).toBe('true')
  expect((await post('Other')).body.errors[0].code).toBe('idempotency_mismatch')
  expect((await get('/api-keys')).body.meta.total).toBe(1)
})

test('a resource of another organization is a 404 at every URL', async () => {
  const [mine, theirs] = [await newClient(), await newClient()]
  const id = formatId('user', theirs.userId)
  for (const path of [id, `${id}/role`, `${id}/relationships/role`])
    expect((await mine.get(`/users/${path}`)).status).toBe(404)
  expect((await mine.get(`/users?filter[id]=${id}`)).body.meta.total).toBe(0)
  expect((await mine.call('DELETE', `/users/${id}`)).status).toBe(404)
})

test('above the quota of a token requests get a 429 document with a Retry-After', async () => {
  const { token } = await newClient()
  const rateLimits = createRateLimits(null)
  const app = await createServer({ ...dependencies, rateLimits }, [jsonApiFace], { trustedProxies: [] })
  const ask = () => app.inject({ url: '/v1/api/organizations', headers: { authorization: `Bearer ${token}` } })
  const answers = []
  // In parts, because a request that waits long for a connection is told to come back.
  for (const length of [100, 100, 100, 100, 100, 100, 1])
    answers.push(...(await Promise.all(Array.from({ length }, ask))))
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  expect([refused.length, refused[0]?.json().errors[0].code]).toEqual([1, 'rate_limited'])
  const { 'retry-after': wait, 'content-type': type } = refused[0]?.headers ?? {}
  expect([Number(wait) > 0, type]).toEqual([true, mediaType])
  await app.close()
})
