import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createApiKey } from '../../src/core/accounts/index.ts'
import { create } from '../conformance/jsonapi/world.ts'
import { newClient } from '../support/jsonapi.ts'

test('the trail of one thing is found by its id, and has public ids', async () => {
  const client = await newClient()
  const { id } = await create(client, 'webhooks', { destinationUrl: 'http://127.0.0.1:9/hook' })
  await create(client, 'webhooks', { destinationUrl: 'http://127.0.0.1:9/other' })
  const webhook = { data: { type: 'webhooks', id } }
  const event = await create(client, 'webhook-events', {}, { webhook })
  await create(client, 'redeliveries', {}, { webhookEvent: { data: { type: 'webhook-events', id: event.id } } })
  const { body } = await client.get(`/audit-events?filter[subject]=${id}&sort=sequence`)
  const told = body.data.map(({ attributes }) => [attributes.action, attributes.subject, attributes.data])
  expect(told).toEqual([
    ['webhook.created', id, expect.any(Object)],
    ['webhook.event_redelivered', id, { eventId: event.relationships.event?.data?.id }],
  ])
  expect(body.data[0].attributes.actor).toMatchObject({ kind: 'user', id: expect.stringMatching(/^usr_/) })
})

test('a filter with an invalid id is refused', async () => {
  const { status, body } = await (await newClient()).get('/audit-events?filter[subject]=webhook')
  expect([status, body.errors[0].source]).toEqual([400, { parameter: 'filter[subject]' }])
})

test('a reader of the trail can compute its hashes again', async () => {
  const client = await newClient()
  await create(client, 'webhooks', { destinationUrl: 'http://127.0.0.1:9/hook' })
  await create(client, 'webhooks', { destinationUrl: 'http://127.0.0.1:9/other' })
  const chain = `ORG-${client.ctx.organizationId.replaceAll('-', '')}`
  const { body } = await client.get(`/audit-events?filter[chain]=${chain}&sort=sequence`)
  let previous = Buffer.alloc(32)
  for (const { attributes } of body.data) {
    expect(attributes.previousHash).toBe(previous.toString('hex'))
    previous = createHash('sha256').update(previous).update(String(attributes.canonical)).digest()
    expect(attributes.hash).toBe(previous.toString('hex'))
  }
  expect(body.data.length).toBeGreaterThan(2)
})

test('the trail is filtered by the whole address that an act came from, in each of its forms', async () => {
  const client = await newClient()
  const from = (ipAddress: string) => ({ ...client.ctx, origin: { ipAddress, userAgent: null, requestId: null } })
  await createApiKey(from('2001:db8::7'), { name: 'Back office' })
  await createApiKey(from('192.0.2.70'), { name: 'Website' })
  const found = async (address: string) => {
    const { body } = await client.get(`/audit-events?filter[ipAddress]=${encodeURIComponent(address)}`)
    return body.data.map(({ attributes: { action, ipAddress } }) => [action, ipAddress])
  }
  expect(await found('2001:0DB8:0:0::7')).toEqual([['api_key.created', '2001:db8::7']])
  expect(await found('::ffff:192.0.2.70')).toEqual([['api_key.created', '192.0.2.70']])
  expect(await found('192.0.2.7')).toEqual([])
})

test('a piece of an address, a range and a port are refused as a filter, with words that say what to give', async () => {
  const client = await newClient()
  for (const address of ['192.0.2', '192.0.2.0/24', '192.0.2.7:80', 'home', '']) {
    const { status, body } = await client.get(`/audit-events?filter[ipAddress]=${encodeURIComponent(address)}`)
    expect([status, body.errors[0].source], address).toEqual([400, { parameter: 'filter[ipAddress]' }])
    expect(body.errors[0].detail).toContain('192.0.2.7')
  }
})
