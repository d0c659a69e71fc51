import serializer from 'jsonapi-serializer'
import { beforeAll, expect, test } from 'vitest'
import yayson from 'yayson'
import { newClient } from '../support/jsonapi.ts'
import { listen } from '../support/jsonapi-server.ts'

// Libraries that read and write documents, and leave the requests to their users.
const type = 'application/vnd.api+json'
let call: (method: string, path: string, body?: object) => Promise<Response>

beforeAll(async () => {
  const url = `${await listen()}/v1/api`
  const authorization = `Bearer ${(await newClient()).token}`
  call = (method, path, body) =>
    fetch(url + path, {
      method,
      headers: { authorization, accept: type, ...(body && { 'content-type': type }) },
      ...(body && { body: JSON.stringify(body) }),
    })
})

const bodyOf = async (response: Response) => JSON.parse(await response.text())

const { Presenter, Store } = yayson()
class KeyPresenter extends Presenter {
  static override type = 'api-keys'
}

test('yayson reads lists with include, filter, sort and page', async () => {
  const found = await call('GET', '/users?include=role&filter[name]=ada&sort=name&page[size]=5&page[number]=1')
  const [ada, ...others] = new Store().syncAll(await bodyOf(found))
  expect([ada, others]).toMatchObject([{ name: 'Ada', role: { name: 'admin' } }, []])
})

test('yayson creates, changes and deletes', async () => {
  const made = await call('POST', '/api-keys', KeyPresenter.render({ name: 'Yayson' }))
  const key = new Store().sync(await bodyOf(made))
  if (Array.isArray(key) || !key) throw new Error('yayson read no key.')
  const changed = await call('PATCH', `/api-keys/${key.id}`, KeyPresenter.render({ id: key.id, name: 'Yours' }))
  expect([made.status, changed.status]).toEqual([201, 200])
  expect(new Store().sync(await bodyOf(changed))).toMatchObject({
    id: key.id,
    name: 'Yours',
    role: { id: expect.stringMatching(/^rol_/) },
  })
  expect((await call('DELETE', `/api-keys/${key.id}`)).status).toBe(204)
  expect((await call('GET', `/api-keys/${key.id}`)).status).toBe(404)
})

const reader = () => new serializer.Deserializer({ keyForAttribute: 'camelCase' })
const keys = { attributes: ['name', 'requestsPerMinute'], keyForAttribute: 'camelCase', pluralizeType: false } as const
const writer = () => new serializer.Serializer('api-keys', { ...keys, attributes: [...keys.attributes] })

test('jsonapi-serializer reads lists with include, filter, sort and page', async () => {
  const found = await call('GET', '/users?include=role&filter[name]=ada&sort=name&page[size]=5')
  const users = await reader().deserialize(await bodyOf(found))
  expect(users).toMatchObject([{ name: 'Ada', role: { name: 'admin' } }])
})

test('jsonapi-serializer creates and changes', async () => {
  const made = await call('POST', '/api-keys', writer().serialize({ name: 'Serializer', requestsPerMinute: 5 }))
  const key = await reader().deserialize(await bodyOf(made))
  const changed = await call('PATCH', `/api-keys/${key.id}`, writer().serialize({ ...key, name: 'Yours' }))
  expect(await reader().deserialize(await bodyOf(changed))).toMatchObject({ name: 'Yours', requestsPerMinute: 5 })
  expect((await call('DELETE', `/api-keys/${key.id}`)).status).toBe(204)
})

test('a malformed document of either is refused with an error document', async () => {
  for (const body of [KeyPresenter.render({ name: '' }), writer().serialize({ name: '' })]) {
    const refused = await call('POST', '/api-keys', body)
    expect([refused.status, await bodyOf(refused)]).toMatchObject([422, { errors: [{ meta: { attribute: 'name' } }] }])
  }
})
