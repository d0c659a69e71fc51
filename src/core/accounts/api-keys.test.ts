import { expect, test } from 'vitest'
import { database, newContext } from '../../../test/support/organization.ts'
import { authenticateApiKey, createApiKey, inviteMember, listApiKeys, revokeApiKey, updateApiKey } from './index.ts'

test('revoking a key again changes nothing of who did it and when', async () => {
  const ctx = await newContext()
  const { id } = await createApiKey(ctx, { name: 'Key', apiVersion: '2.2' })
  await revokeApiKey(ctx, id)
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 1_000) }
  expect((await revokeApiKey(later, id)).updatedAt).toEqual(ctx.now)
  const rows = await ctx.db.selectFrom('audit_events').select('action').where('subject_id', '=', id).execute()
  expect(rows.filter(({ action }) => action === 'api_key.revoked')).toHaveLength(1)
})

test('a key is pinned to a version that there is, or to none: what is refused lists them', async () => {
  const ctx = await newContext()
  const fault = { path: ['apiVersion'], code: 'enum', params: { allowed: ['2.2', '2.1', '2.0'], value: '9.9' } }
  const refused = { code: 'validation_failed', faults: [fault] }
  await expect(createApiKey(ctx, { name: 'Key', apiVersion: '9.9' })).rejects.toMatchObject(refused)
  const { id, apiVersion } = await createApiKey(ctx, { name: 'Key' })
  expect(apiVersion).toBe('2.2')
  await expect(updateApiKey(ctx, id, { apiVersion: '9.9' })).rejects.toMatchObject(refused)
})

test('no key can be given an end that has passed', async () => {
  const ctx = await newContext()
  const refused = { code: 'validation_failed', faults: [{ path: ['expiresAt'], code: 'future' }] }
  await expect(createApiKey(ctx, { name: 'Key', expiresAt: ctx.now })).rejects.toMatchObject(refused)
  const { id } = await createApiKey(ctx, { name: 'Key', expiresAt: new Date(ctx.now.getTime() + 1) })
  await expect(updateApiKey(ctx, id, { expiresAt: new Date(0) })).rejects.toMatchObject(refused)
})

test('an address is kept in lower case, as sign-in looks for it', async () => {
  const ctx = await newContext()
  const person = { name: 'Sam', email: `Sam.${ctx.organizationId}@Acme.test`, role: 'member' }
  expect((await inviteMember(ctx, person)).email).toBe(person.email.toLowerCase())
})

test('a key tells when and from where it was used last', async () => {
  const ctx = await newContext()
  const { id, secret } = await createApiKey(ctx, { name: 'Key' })
  await authenticateApiKey(database.system, secret, { now: ctx.now, ipAddress: '203.0.113.7' })
  const { items } = await listApiKeys(ctx, { filters: [{ field: 'id', oneOf: [id] }] })
  expect(items[0]).toMatchObject({ lastUsedAt: ctx.now, lastUsedFrom: '203.0.113.7' })
})
