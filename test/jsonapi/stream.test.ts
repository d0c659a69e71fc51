import { expect, test } from 'vitest'
import { listApiCredentials, revokeApiCredential } from '../../src/core/accounts/index.ts'
import { noteChange, readChanges } from '../../src/core/changes/index.ts'
import { newId } from '../../src/core/ids.ts'
import { transaction } from '../../src/db/index.ts'
import { mostNamed } from '../../src/http/jsonapi/stream/messages.ts'
import { mostStreams } from '../../src/http/jsonapi/stream/places.ts'
import { create } from '../conformance/jsonapi/world.ts'
import { newClient, newColleague } from '../support/jsonapi.ts'
import { database } from '../support/organization.ts'
import { openStream, type StreamMessage } from '../support/stream.ts'

const hook = { destinationUrl: 'http://127.0.0.1:9/hook' }
const of = (type: string) => (message: StreamMessage) => message.data.type === type

test('a follower gets each change by type and id', async () => {
  const client = await newClient()
  const stream = await openStream(client)
  const { id } = await create(client, 'webhooks', hook)
  const told = await stream.until(of('webhooks'))
  expect(told.data).toEqual({ type: 'webhooks', id, what: 'webhook.created', at: expect.stringMatching(/Z$/) })
})

test('nobody gets changes of types they may not read, or of another person’s own resources', async () => {
  const client = await newClient()
  const stream = await openStream(await newColleague(client, 'member'))
  await create(client, 'api-keys', { name: 'Key' })
  await create(client, 'api-credentials', { name: 'Mine' })
  await create(client, 'webhooks', hook)
  expect((await stream.next())?.event).toBe('open')
  expect((await stream.next())?.data).toMatchObject({ type: 'webhooks' })
})

test('nobody gets changes of another organization', async () => {
  const [client, other] = [await newClient(), await newClient()]
  const stream = await openStream(client)
  await create(other, 'webhooks', hook)
  const { id } = await create(client, 'webhooks', hook)
  expect((await stream.until(of('webhooks'))).data.id).toBe(id)
})

test('a client that reconnects with the last id gets the missed changes, and none twice', async () => {
  const client = await newClient()
  const stream = await openStream(client, '?filter[type]=webhooks')
  await create(client, 'webhooks', hook)
  const { id: position = '' } = await stream.until(of('webhooks'))
  stream.close()
  const { id } = await create(client, 'webhooks', hook)
  const again = await openStream(client, '?filter[type]=webhooks', { 'last-event-id': position })
  expect([await again.next(), (await again.next())?.data]).toMatchObject([{ event: 'open' }, { id }])
})

test('a client that was away too long is told to read everything again', async () => {
  const client = await newClient()
  await create(client, 'webhooks', hook)
  const stream = await openStream(client, '', { 'last-event-id': '1' })
  expect([await stream.next(), await stream.next()]).toMatchObject([{ event: 'open' }, { event: 'reset', id: /^\d+$/ }])
})

test('very many changes at once give only the type', async () => {
  const client = await newClient()
  const stream = await openStream(client)
  await transaction(client.ctx, async (inner) => {
    for (let n = 0; n <= mostNamed; n++) await noteChange(inner, 'verification', newId(), 'verification.changed')
  })
  const told = await stream.until(of('verifications'))
  expect(told.data).toMatchObject({ id: null, what: 'many' })
})

test('a stream ends soon after its token is revoked', async () => {
  const client = await newClient()
  const stream = await openStream(client)
  const { items } = await listApiCredentials(client.ctx)
  await revokeApiCredential(client.ctx, items[0]?.id ?? '')
  expect((await stream.until(({ event }) => event === 'end')).data).toEqual({ why: 'unauthenticated' })
})

test('a smaller role gets no more changes of what it may not read', async () => {
  const client = await newClient()
  const stream = await openStream(client)
  const [viewer] = (await client.get('/roles?filter[name]=viewer')).body.data
  await database.system
    .updateTable('memberships')
    .set({ role: 'viewer' })
    .where('user_id', '=', client.userId)
    .execute()
  await noteChange(client.ctx, 'role', newId(), 'role.updated')
  await noteChange(client.ctx, 'api_key', newId(), 'api_key.created')
  await noteChange(client.ctx, 'webhook', newId(), 'webhook.updated')
  await stream.until(of('roles'))
  expect([viewer.id, (await stream.next())?.data]).toMatchObject([/^rol_/, { type: 'webhooks' }])
})

test('changes are not stored while nobody follows the organization', async () => {
  const { ctx } = await newClient()
  const noted = () =>
    database.system
      .selectFrom('change_notes')
      .select('what')
      .where('organization_id', '=', ctx.organizationId)
      .execute()
  await noteChange(ctx, 'webhook', newId(), 'webhook.updated')
  expect(await noted()).toEqual([])
  await readChanges(ctx, null)
  await noteChange(ctx, 'webhook', newId(), 'webhook.updated')
  expect(await noted()).toHaveLength(1)
})

test.each([
  ['?filter[type]=gadgets', {}, 'unknown_type'],
  ['?page[size]=1', {}, 'unknown_parameter'],
  ['', { 'last-event-id': '-1' }, 'bad_request'],
])('a stream with %s %o is refused', async (query, headers, code) => {
  const { status, body } = await (await newClient()).get(`/stream${query}`, headers)
  expect([status, body.errors[0].code]).toEqual([400, code])
})

test('a person may have only a few open streams', async () => {
  const client = await newClient()
  await Promise.all(Array.from({ length: mostStreams.person }, () => openStream(client)))
  const { status, body, headers } = await client.get('/stream')
  expect([status, body.errors[0].code, headers['retry-after']]).toEqual([429, 'too_many_streams', '10'])
})

test('HEAD returns the type and opens no stream', async () => {
  const { status, headers } = await (await newClient()).call('HEAD', '/stream')
  expect([status, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8'])
})
