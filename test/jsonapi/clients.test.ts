import Devour from 'devour-client'
import { Jsona } from 'jsona'
import Kitsu from 'kitsu'
import { beforeAll, expect, test } from 'vitest'
import { newClient } from '../support/jsonapi.ts'
import { listen } from '../support/jsonapi-server.ts'

// Independent clients use a live server. They prove that others can use the dialect as they expect of JSON:API.
const mediaType = 'application/vnd.api+json'
let url = ''
let headers: Record<string, string> = {}

beforeAll(async () => {
  url = `${await listen()}/v1/api`
  headers = { authorization: `Bearer ${(await newClient()).token}` }
})

const openKitsu = () => new Kitsu({ baseURL: url, camelCaseTypes: false, pluralize: false, headers })

test('kitsu lists with include, filter, sort, fields and page', async () => {
  const params = {
    include: 'role',
    filter: { name: 'ada' },
    sort: 'name,createdAt',
    fields: { users: 'name,role', roles: 'name' },
    page: { size: 5, number: 1 },
  }
  const { data, meta } = await openKitsu().get('users', { params })
  expect([data[0].name, data[0].role.data.name, meta.total]).toEqual(['Ada', 'admin', 1])
})

test('kitsu creates, updates and deletes', async () => {
  const api = openKitsu()
  const { data } = await api.post('api-keys', { name: 'Kitsu' })
  expect(data.secret).toMatch(/^APIKEY-/)
  const changed = await api.patch('api-keys', { id: data.id, name: 'Renamed' })
  expect(changed.data.name).toBe('Renamed')
  await api.delete('api-keys', data.id)
  await expect(api.get(`api-keys/${data.id}`)).rejects.toMatchObject({ errors: [{ status: '404' }] })
})

test('kitsu reads the errors of a refused create', async () => {
  const attempt = openKitsu().post('api-keys', { name: '', requestsPerMinute: 0 })
  const pointers = [{ source: { pointer: '/data/attributes/name' } }, {}]
  await expect(attempt).rejects.toMatchObject({ errors: pointers })
})

test('jsona reads a compound document with its relationships, and writes an accepted one', async () => {
  const jsona = new Jsona()
  const response = await fetch(`${url}/users?include=role`, { headers })
  const [user] = [jsona.deserialize(await response.text())].flat()
  expect(user).toMatchObject({ type: 'users', name: 'Ada', role: { type: 'roles', name: 'admin' } })
  const stuff = { type: 'api-keys', name: 'Jsona', relationshipNames: [] }
  const body = JSON.stringify(jsona.serialize({ stuff, includeNames: [] }))
  const made = await fetch(`${url}/api-keys`, {
    method: 'POST',
    headers: { ...headers, 'content-type': mediaType },
    body,
  })
  expect([made.status, [jsona.deserialize(await made.text())].flat()[0]]).toMatchObject([201, { name: 'Jsona' }])
})

test('jsona sends back what it has read, with one change', async () => {
  const jsona = new Jsona()
  const send = (method: string, path: string, body: object) =>
    fetch(url + path, { method, headers: { ...headers, 'content-type': mediaType }, body: JSON.stringify(body) })
  const made = await send('POST', '/api-keys', { data: { type: 'api-keys', attributes: { name: 'Whole' } } })
  const read = await fetch(made.headers.get('location') ?? '', { headers })
  const key = [jsona.deserialize(await read.text())].flat()[0]
  if (!key?.id) throw new Error('jsona read no key.')
  const document = jsona.serialize({ stuff: { ...key, name: 'Changed' }, includeNames: [] })
  expect((await send('PATCH', `/api-keys/${key.id}`, document)).status).toBe(200)
})

function openDevour() {
  const api = new Devour({ apiUrl: url, pluralize: false, logger: false })
  Object.assign(api.headers, headers)
  api.define('roles', { name: '', permissions: [] })
  api.define('users', { name: '', email: '', role: { jsonApi: 'hasOne', type: 'roles' } })
  api.define('api-keys', { name: '', requestsPerMinute: 100 })
  return api
}

test('devour lists with include, filter and page', async () => {
  const asked = { include: 'role', filter: { name: 'ada' }, page: { size: 5 }, sort: 'name' }
  const { data, meta } = await openDevour().findAll('users', asked)
  expect([data[0]?.role, meta.total]).toMatchObject([{ name: 'admin' }, 1])
})

test('devour creates, updates and destroys', async () => {
  const api = openDevour()
  const { data } = await api.create('api-keys', { name: 'Devour', requestsPerMinute: 5 })
  const changed = await api.update('api-keys', { id: data.id, name: 'Eaten', requestsPerMinute: 6 })
  expect(changed.data).toMatchObject({ name: 'Eaten', requestsPerMinute: 6 })
  await api.destroy('api-keys', data.id)
  expect((await api.findAll('api-keys', { filter: { name: 'Eaten' } })).meta.total).toBe(0)
})

test('devour gets errors', async () => {
  await expect(openDevour().create('api-keys', { name: '' })).rejects.toBeDefined()
})
