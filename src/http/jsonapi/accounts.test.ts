import { expect, test } from 'vitest'
import { newClient } from '../../../test/support/jsonapi.ts'
import { newVerification } from '../../../test/support/verifications.ts'
import { formatId } from '../../core/ids.ts'

test('a list has its resources in pages, with linkage', async () => {
  const { get } = await newClient()
  const { status, body, headers } = await get('/roles?page[size]=3&sort=name')
  expect([status, headers['content-type']]).toEqual([200, 'application/vnd.api+json'])
  expect(body.data.map((role) => role.attributes.name)).toEqual(['admin', 'manager', 'member'])
  expect(body.meta).toEqual({ total: 4, pages: 2, page: { number: 1, size: 3 } })
  expect(body.links.next).toContain('page%5Bnumber%5D=2')
})

test('an invited person has a role, is found by it, and is included with it', async () => {
  const { call, get } = await newClient()
  const viewer = (await get('/roles?filter[name]=viewer')).body.data[0]
  const data = {
    type: 'invitations',
    attributes: { name: 'Bo', email: `bo-${viewer.id}@example.com` },
    relationships: { role: { data: { type: 'roles', id: viewer.id } } },
  }
  const made = await call('POST', '/invitations?include=role', { body: { data } })
  expect([made.status, made.headers.location]).toEqual([201, made.body.data.links.self])
  expect(made.body.included).toMatchObject([{ type: 'roles', id: viewer.id }])
  const found = await get(`/invitations?filter[role]=${viewer.id}`)
  expect(found.body.data.map((one) => one.id)).toEqual([made.body.data.id])
})

test('every fault of a new key is reported at once, with its pointer', async () => {
  const { call } = await newClient()
  const attributes = { name: '', requestsPerMinute: 0, allowedAddresses: ['10.0.0.0/8', 'nowhere'] }
  const { status, body } = await call('POST', '/api-keys', { body: { data: { type: 'api-keys', attributes } } })
  expect(status).toBe(422)
  expect(body.errors.map((error) => error.source?.pointer)).toEqual([
    '/data/attributes/allowedAddresses/1',
    '/data/attributes/name',
    '/data/attributes/requestsPerMinute',
  ])
})

test.each([
  ['api-keys', { name: 'Key' }],
  ['webhooks', { destinationUrl: 'https://a.example/hook' }],
])('none of the %s can be pinned to a version that does not exist', async (type, given) => {
  const { call } = await newClient()
  const attributes = { ...given, apiVersion: '9.9' }
  const { status, body } = await call('POST', `/${type}`, { body: { data: { type, attributes } } })
  expect([status, body.errors[0].source]).toEqual([422, { pointer: '/data/attributes/apiVersion' }])
  expect(body.errors[0].detail).toContain('2.2, 2.1, 2.0')
})

test('the last admin cannot be demoted', async () => {
  const { call, get, userId } = await newClient()
  const viewer = (await get('/roles?filter[name]=viewer')).body.data[0]
  const path = `/users/${formatId('user', userId)}/relationships/role`
  const { status, body } = await call('PATCH', path, { body: { data: { type: 'roles', id: viewer.id } } })
  expect([status, body.errors[0].code]).toEqual([409, 'last_admin'])
})

test('a verification can be read, and one of another organization cannot', async () => {
  const { ctx, get } = await newClient()
  const id = formatId('verification', (await newVerification(ctx)).id)
  expect((await get(`/verifications/${id}`)).body.data.attributes.status).toBe('started')
  expect((await get('/verifications?filter[status]=1')).body.meta.total).toBe(1)
  expect((await (await newClient()).get(`/verifications/${id}`)).status).toBe(404)
})
