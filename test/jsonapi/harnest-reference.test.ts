import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { setMaintenance } from '../../src/core/accounts/index.ts'
import { type Client, mediaType, newClient } from '../support/jsonapi.ts'
import { newVerification } from '../support/verifications.ts'

const post = (client: Client, type: string, attributes: object, headers = {}) =>
  client.call('POST', `/${type}`, { body: { data: { type, attributes } }, headers })

async function withKeys(count: number): Promise<Client> {
  const client = await newClient()
  for (let n = 0; n < count; n += 1) await post(client, 'api-keys', { name: `Key ${n}` })
  return client
}

test('an organization is a sub-domain', async () => {
  const { get, slug } = await newClient()
  expect((await get('/organizations')).body.data[0].attributes.slug).toBe(slug)
})

test('the API is at the sub-domain api, in version v1', async () => {
  const { get, slug } = await newClient()
  expect((await get('/roles', { host: `${slug}.api.sealane.localhost` })).status).toBe(200)
})

test('every endpoint needs a bearer token', async () => {
  const { get, call } = await newClient()
  const headers = { authorization: '' }
  const answers = [
    await get('/roles', headers),
    await get('/nowhere', headers),
    await call('DELETE', '/roles/x', { headers }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
})

test('tokens are made, named, listed and revoked as API credentials', async () => {
  const client = await newClient()
  const { body } = await post(client, 'api-credentials', { name: 'Import' })
  expect(body.data.attributes.token).toMatch(/^slt_/)
  const listed = await client.get('/api-credentials?filter[name]=import')
  expect(listed.body.data[0].attributes).not.toHaveProperty('token')
  expect((await client.call('DELETE', `/api-credentials/${body.data.id}`)).status).toBe(204)
  expect((await client.get('/api-credentials?filter[name]=import')).body.meta.total).toBe(0)
})

test('actions are performed as the user, with that user’s permissions', async () => {
  const [admin, viewer] = [await newClient('admin'), await newClient('viewer')]
  const webhook = { destinationUrl: 'http://127.0.0.1:9/' }
  const { body } = await post(admin, 'webhooks', webhook)
  const [user] = (await admin.get('/users')).body.data
  expect(body.data.relationships.creator?.data).toEqual({ type: 'users', id: user.id })
  expect((await post(viewer, 'webhooks', webhook)).status).toBe(403)
})

test('a list has 15 objects by default', async () => {
  const { get } = await withKeys(16)
  expect((await get('/api-keys')).body.data.length).toBe(15)
})

test('size and number of the page can be controlled', async () => {
  const { get } = await withKeys(7)
  const { body } = await get('/api-keys?page[size]=5&page[number]=2')
  expect([body.data.length, body.meta.total]).toEqual([2, 7])
})

test('lists can be sorted', async () => {
  const { get } = await withKeys(3)
  const names = (await get('/api-keys?sort=name')).body.data.map(({ attributes }) => attributes.name)
  expect(names).toEqual(['Key 0', 'Key 1', 'Key 2'])
})

test('descending sorting is refused', async () => {
  const { status, body } = await (await newClient()).get('/verifications?sort=-status')
  expect([status, body.errors[0].source]).toEqual([400, { parameter: 'sort' }])
})

test('several criteria must all be met', async () => {
  const { get } = await withKeys(2)
  expect((await get('/api-keys?filter[name]=key&filter[requestsPerMinute]=100')).body.meta.total).toBe(2)
  expect((await get('/api-keys?filter[name]=key 1&filter[requestsPerMinute]=100')).body.meta.total).toBe(1)
  expect((await get('/api-keys?filter[name]=key&filter[requestsPerMinute]=7')).body.meta.total).toBe(0)
})

test('a status can be filtered by its number', async () => {
  const { ctx, get } = await newClient()
  await newVerification(ctx)
  const totals = await Promise.all(
    ['1', 'started', 'Started', '3', 'completed,1'].map((value) => get(`/verifications?filter[status]=${value}`)),
  )
  expect(totals.map(({ body }) => body.meta.total)).toEqual([1, 1, 1, 0, 1])
})

test('an unknown criterion is refused with the list of the known ones', async () => {
  const { status, body } = await (await newClient()).get('/roles?filter[color]=red')
  expect([status, body.errors[0].source]).toEqual([400, { parameter: 'filter[color]' }])
  expect(body.errors[0].detail).toContain('name, permissions, isBuiltin')
})

test('a text is found by a part of it', async () => {
  const { get } = await newClient()
  expect((await get('/roles?filter[name]=IEWE')).body.data[0].attributes.name).toBe('viewer')
  expect((await get('/roles?filter[name]=%25')).body.meta.total).toBe(0)
})

test('both headers may be sent with every request', async () => {
  const client = await withKeys(1)
  const headers = { accept: mediaType, 'content-type': mediaType }
  const [key] = (await client.get('/api-keys', headers)).body.data
  expect((await client.call('DELETE', `/api-keys/${key.id}`, { headers })).status).toBe(204)
})

test('success is 200', async () => {
  expect((await (await newClient()).get('/users')).status).toBe(200)
})

const viewer = () => newClient('viewer')
const resting = async () => {
  const client = await newClient()
  await setMaintenance(client.ctx, true)
  return client
}
const authentication = 'Invalid authentication, check that your are using the correct API Key on the right environment.'

test.each([
  ['a bad request is 400', 400, 'Invalid request.', newClient, (c: Client) => c.get('/roles?sort=-name')],
  ['a bad token is 401', 401, authentication, newClient, (c: Client) => c.get('/roles', { authorization: 'Bearer x' })],
  ['a missing permission is 403', 403, 'Missing permissions.', viewer, (c: Client) => c.get('/api-keys')],
  [
    'what is not there is 404',
    404,
    'The requested ressource was not found.',
    newClient,
    (c: Client) => c.get('/users/x'),
  ],
  ['a wrong value is 422', 422, 'Invalid field value or action.', newClient, (c: Client) => post(c, 'api-keys', {})],
  ['maintenance is 503', 503, 'We are currently under maintenance.', resting, (c: Client) => c.get('/roles')],
] as const)('%s', async (_name, status, title, open, ask) => {
  const answer = await ask(await open())
  expect([answer.status, answer.body.errors[0].title]).toEqual([status, title])
})

test('the page that lists the sentences names existing tests', async () => {
  const page = await readFile('docs/api/harnest-reference.md', 'utf8')
  const rows = [...page.matchAll(/^\| \d+ \|.*\| (.+) \|$/gm)].map(([, proof = '']) => proof.split(': '))
  expect(rows.length).toBe(22)
  for (const [first = '', second] of rows) {
    const file = second ? first : 'test/jsonapi/harnest-reference.test.ts'
    expect(await readFile(file, 'utf8')).toContain(second ?? first)
  }
})
