import { beforeAll, expect, test } from 'vitest'
import { create, newWorld, type World } from '../conformance/jsonapi/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const to = (type: string, id: string) => [{ type, id }]

test.each([
  ['declines', 'Create a voiding'],
  ['signers', 'Create a submission'],
  ['documents', 'once everybody has signed'],
  ['delivery-attempts', 'Create a redelivery'],
  ['audit-events', 'writes itself'],
  ['organizations', 'npm run sealane'],
])('a refused creation of %s says what to do instead', async (type, words) => {
  const { status, body } = await world.call('POST', `/${type}`, { body: { data: { type } } })
  expect([status, body.errors[0].code]).toEqual([403, 'not_supported'])
  expect(body.errors[0].detail).toContain(words)
})

test.each([
  ['POST', 'agreements/@agreement', 'agreementLinks', 'agreement-links', '@link', 'POST /agreement-links'],
  ['POST', 'submissions/@submission', 'signers', 'signers', '@signer', 'Only the server links signers'],
  ['PATCH', 'roles/@role', 'users', 'users', '@user', 'POST to this address to add'],
  ['DELETE', 'roles/@role', 'users', 'users', '@user', 'PATCH /users/<id>/relationships/role'],
  ['DELETE', 'agreements/@agreement', 'agreementLinks', 'agreement-links', '@link', 'DELETE /agreement-links/<id>'],
])('%s to the to-many relationship of %s is refused with the reason', async (method, path, name, type, id, words) => {
  const [signer] = (await world.get('/signers')).body.data
  const ids = (text: string) =>
    text.replace(/@(\w+)/, (_, known) => String(Object({ ...world, signer: signer.id })[known]))
  const url = `/${ids(path)}/relationships/${name}`
  const { status, body } = await world.call(method, url, { body: { data: to(type, ids(id)) } })
  expect(status).toBe(403)
  expect(body.errors[0].detail).toContain(words)
})

test.each(['PUT', 'TRACE', 'PURGE', 'PROPFIND', 'M-SEARCH'])(
  '%s is 405 with what the address takes, and 404 where there is no address',
  async (method) => {
    const calls = ['/webhooks', '/webhooks/x', '/roles/x/users', '/operations', '/nothing', '/webhooks/x/y/z']
    const told = await Promise.all(calls.map((url) => world.call(method, url)))
    expect(told.map(({ status }) => status)).toEqual([405, 405, 405, 405, 404, 404])
    const allowed = told.map(({ headers }) => String(headers.allow ?? ''))
    expect(allowed.slice(0, 4).every((allow) => allow.endsWith(', OPTIONS'))).toBe(true)
  },
)

test('a key gets the role to which it is added, or which is linked to it', async () => {
  const key = await create(world, 'api-keys', { name: 'K', roleName: 'member' })
  const added = await world.call('POST', `/roles/${world.role}/relationships/apiKeys`, {
    body: { data: to('api-keys', key.id) },
  })
  const roleName = async () => (await world.get(`/api-keys/${key.id}`)).body.data.attributes.roleName
  expect([added.status, await roleName()]).toEqual([204, 'viewer'])
  const admin = (await world.get('/roles?filter[name]=admin')).body.data[0]
  const url = `/api-keys/${key.id}/relationships/role`
  await world.call('PATCH', url, { body: { data: { type: 'roles', id: admin.id } } })
  expect(await roleName()).toBe('admin')
})

test('a key cannot have two roles at once', async () => {
  const attributes = { name: 'K', roleName: 'admin' }
  const role = { data: { type: 'roles', id: world.role } }
  const data = { type: 'api-keys', attributes, relationships: { role } }
  const { status, body } = await world.call('POST', '/api-keys', { body: { data } })
  expect([status, body.errors[0].source]).toEqual([422, { pointer: '/data/attributes/roleName' }])
})
