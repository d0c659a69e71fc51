import { expect, test } from 'vitest'
import { database, newContext } from '../../../test/support/organization.ts'
import { authenticateApiKey, createApiKey, inviteMember, listApiKeys, revokeApiKey, updateApiKey } from './index.ts'

test('revoking a key again keeps who revoked it and when', async () => {
  const ctx = await newContext()
  const { id } = await createApiKey(ctx, { name: 'Key', apiVersion: '2.2' })
  await revokeApiKey(ctx, id)
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 1_000) }
  expect((await revokeApiKey(later, id)).updatedAt).toEqual(ctx.now)
  const rows = await ctx.db.selectFrom('audit_events').select('action').where('subject_id', '=', id).execute()
  expect(rows.filter(({ action }) => action === 'api_key.revoked')).toHaveLength(1)
})

test('a key can be pinned only to a released version, and the fault lists those', async () => {
  const ctx = await newContext()
  const fault = { path: ['apiVersion'], code: 'enum', params: { allowed: ['2.2', '2.1', '2.0'], value: '9.9' } }
  const refused = { code: 'validation_failed', faults: [fault] }
  await expect(createApiKey(ctx, { name: 'Key', apiVersion: '9.9' })).rejects.toMatchObject(refused)
  const { id, apiVersion } = await createApiKey(ctx, { name: 'Key' })
  expect(apiVersion).toBe('2.2')
  await expect(updateApiKey(ctx, id, { apiVersion: '9.9' })).rejects.toMatchObject(refused)
})

test('a key cannot expire in the past', async () => {
  const ctx = await newContext()
  const refused = { code: 'validation_failed', faults: [{ path: ['expiresAt'], code: 'future' }] }
  await expect(createApiKey(ctx, { name: 'Key', expiresAt: ctx.now })).rejects.toMatchObject(refused)
  const { id } = await createApiKey(ctx, { name: 'Key', expiresAt: new Date(ctx.now.getTime() + 1) })
  await expect(updateApiKey(ctx, id, { expiresAt: new Date(0) })).rejects.toMatchObject(refused)
})

test('an address is stored in lower case, because sign-in looks it up so', async () => {
  const ctx = await newContext()
  const person = { name: 'Sam', email: `Sam.${ctx.organizationId}@Acme.test`, role: 'member' }
  expect((await inviteMember(ctx, person)).email).toBe(person.email.toLowerCase())
})

test('a key shows when and from where it was last used', async () => {
  const ctx = await newContext()
  const { id, secret } = await createApiKey(ctx, { name: 'Key' })
  await authenticateApiKey(database.system, secret, { now: ctx.now, ipAddress: '203.0.113.7' })
  const { items } = await listApiKeys(ctx, { filters: [{ field: 'id', oneOf: [id] }] })
  expect(items[0]).toMatchObject({ lastUsedAt: ctx.now, lastUsedFrom: '203.0.113.7' })
})
