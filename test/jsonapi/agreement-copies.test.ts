import { expect, test } from 'vitest'
import { agreementAttributes } from '../conformance/jsonapi/world.ts'
import { type Client, newClient } from '../support/jsonapi.ts'

const create = (client: Client, attributes: object, relationships = {}) =>
  client.call('POST', '/agreements', { body: { data: { type: 'agreements', attributes, relationships } } })
const copyOf = (id: string) => ({ original: { data: { type: 'agreements', id } } })

test('a copy has the omitted members of its original, and is found by its tag', async () => {
  const client = await newClient()
  const { body } = await create(client, { ...agreementAttributes, tags: ['Lease'] })
  const { status, body: copied } = await create(client, { title: 'Mine' }, copyOf(body.data.id))
  const { source, fields } = body.data.attributes
  expect([status, copied.data.attributes]).toMatchObject([201, { title: 'Mine', source, fields, tags: ['Lease'] }])
  expect(copied.data.relationships).toMatchObject({ original: { data: { id: body.data.id } } })
  expect((await client.get('/agreements?filter[tags]=LEASE')).body.meta.total).toBe(2)
  await client.call('DELETE', `/agreements/${body.data.id}`)
  const { body: left } = await client.get(`/agreements/${copied.data.id}`)
  expect(left.data.relationships).toMatchObject({ original: { data: null } })
})

test('a new agreement needs its roles and fields, and both faults come at once', async () => {
  const { status, body } = await create(await newClient(), { title: 'Mine' })
  const told = body.errors.map(({ detail }: { detail: string }) => detail)
  expect([status, told.length]).toEqual([422, 3])
})

test('an agreement of another organization cannot be copied', async () => {
  const { body } = await create(await newClient(), agreementAttributes)
  const { status } = await create(await newClient(), { title: 'Mine' }, copyOf(body.data.id))
  expect(status).toBe(404)
})
