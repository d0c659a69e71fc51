import { expect, test } from 'vitest'
import { createApiKey, listApiKeys } from '../../src/core/accounts/index.ts'
import { newApi, useServer } from '../support/api.ts'
import { database, keyActor } from '../support/organization.ts'

const server = useServer()

test('only a role that may write keys, the Organization Admin’s, can create and list them', async () => {
  const { ctx } = await newApi(server)
  for (const permissions of [['api_keys:read'], ['webhooks:write']]) {
    const member = { ...ctx, actor: keyActor(permissions) }
    const attempt = createApiKey(member, { name: 'Mine', apiVersion: '2.2' })
    await expect(attempt).rejects.toMatchObject({ code: 'permission_missing' })
  }
})

test('a key is stored as a hash and a hint, and several keys of an organization work side by side', async () => {
  const { ctx, key } = await newApi(server)
  const other = await createApiKey(ctx, { name: 'Other', apiVersion: '2.1' })
  const rows = await database.system.selectFrom('api_keys').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(key)
  for (const secret of [key, other.secret]) {
    const reply = await server.app.inject({ url: '/v2/verifications', headers: { 'x-api-key': secret } })
    expect(reply.statusCode).toBe(200)
  }
})

test('the last use of a key is recorded', async () => {
  const api = await newApi(server)
  await api.call('GET', '/v2/verifications')
  expect((await listApiKeys(api.ctx)).items[0]?.lastUsedAt).toEqual(api.ctx.now)
})

test('a key with an allow-list works only from its addresses', async () => {
  const { ctx } = await newApi(server)
  const { secret } = await createApiKey(ctx, { name: 'Home', apiVersion: '2.2', allowedAddresses: ['127.0.0.0/8'] })
  const call = (remoteAddress: string) =>
    server.app.inject({ url: '/v2/verifications', remoteAddress, headers: { 'x-api-key': secret } })
  expect((await call('127.0.0.1')).statusCode).toBe(200)
  expect((await call('::1')).statusCode).toBe(401)
})
