import { JSONAPISerializers, JSONAPISource, JSONAPIURLBuilder } from '@orbit/jsonapi'
import { RecordKeyMap, RecordSchema } from '@orbit/records'
import { buildSerializerSettingsFor } from '@orbit/serializers'
import spraypaint from 'spraypaint'
import { beforeAll, expect, test } from 'vitest'
import { newClient } from '../support/jsonapi.ts'
import { listen } from '../support/jsonapi-server.ts'

// Clients that turn resources into models, and changes of models into requests.
let host = ''
let token = ''

beforeAll(async () => {
  host = await listen()
  token = (await newClient()).token
})

function defineModels() {
  const keyCase = { server: 'camel', client: 'camel' } as const
  const connection = { baseUrl: host, apiNamespace: '/v1/api', jwt: token, keyCase }
  const { attr, belongsTo } = spraypaint
  const Base = spraypaint.SpraypaintBase.extend({ static: connection })
  Base.generateAuthHeader = (jwt) => `Bearer ${jwt}`
  const Role = Base.extend({ static: { jsonapiType: 'roles' }, attrs: { name: attr() } })
  const names = { name: attr(), email: attr(), role: belongsTo<(typeof Role)['prototype']>({ type: Role }) }
  const User = Base.extend({ static: { jsonapiType: 'users' }, attrs: names })
  const Invitation = Base.extend({ static: { jsonapiType: 'invitations' }, attrs: names })
  const Key = Base.extend({
    static: { jsonapiType: 'api-keys' },
    attrs: { name: attr(), requestsPerMinute: attr(), secret: attr({ persist: false }) },
  })
  return { Role, User, Invitation, Key }
}

test('spraypaint lists with include, filter, sort, fields and page', async () => {
  const { User } = defineModels()
  const asked = User.includes('role').where({ name: 'ada' }).order('name').per(5).page(1)
  const { data, meta } = await asked.select({ users: ['name', 'role'], roles: ['name'] }).all()
  expect([data.length, data[0]?.name, data[0]?.role?.name, meta.total]).toEqual([1, 'Ada', 'admin', 1])
})

test('spraypaint creates, updates and destroys, with relationships', async () => {
  const { Key, Role, Invitation } = defineModels()
  const key = new Key({ name: 'Spraypaint' })
  expect([await key.save(), key.secret]).toEqual([true, expect.stringMatching(/^APIKEY-/)])
  key.name = 'Yours'
  expect([await key.save(), (await Key.find(key.id ?? '')).data.name]).toEqual([true, 'Yours'])
  expect(await key.destroy()).toBe(true)
  const viewer = (await Role.where({ name: 'viewer' }).first()).data
  const guest = new Invitation({ name: 'Sam', email: `${token.slice(-20)}@acme.test`, role: viewer })
  expect(await guest.save({ with: 'role.id' })).toBe(true)
  expect((await Invitation.includes('role').find(guest.id ?? '')).data.role?.name).toBe('viewer')
})

test('spraypaint assigns each fault to its attribute', async () => {
  const { Key } = defineModels()
  const key = new Key({ name: '', requestsPerMinute: 0 })
  expect(await key.save()).toBe(false)
  const message = (name: 'name' | 'requestsPerMinute') => key.errors[name]?.fullMessage
  expect([message('name'), message('requestsPerMinute')]).toEqual(['Fill this in.', expect.stringContaining('1000000')])
  await expect(Key.find('key_00000000000070008000000000000000')).rejects.toThrow('record not found')
})

class PageNumbers extends JSONAPIURLBuilder {
  override buildPageParam(page: { kind: string; offset?: number; limit?: number }) {
    const { offset = 0, limit = 15 } = page
    return { number: offset / limit + 1, size: limit }
  }
}

function openOrbit() {
  const [keys, text] = [{ remoteId: {} }, { type: 'string' }]
  const role = { keys, attributes: { name: text } }
  const user = { keys, attributes: { name: text }, relationships: { role: { kind: 'hasOne', type: 'role' } } } as const
  const apiKey = { keys, attributes: { name: text, requestsPerMinute: { type: 'number' }, secret: text } }
  const { ResourceType, ResourceTypePath, ResourceTypeParam } = JSONAPISerializers
  const serializationOptions = { inflectors: ['pluralize', 'dasherize'] }
  const plural = { serializationOptions, deserializationOptions: { inflectors: ['singularize', 'camelize'] } }
  const settingsByType = { [ResourceType]: plural, [ResourceTypePath]: plural, [ResourceTypeParam]: plural }
  const schema = new RecordSchema({ models: { role, user, apiKey } })
  return new JSONAPISource({
    schema,
    keyMap: new RecordKeyMap(),
    host,
    namespace: 'v1/api',
    defaultFetchSettings: { headers: { authorization: `Bearer ${token}` } },
    URLBuilderClass: PageNumbers,
    serializerSettingsFor: buildSerializerSettingsFor({ settingsByType }),
  })
}

test('orbit lists with include, filter, sort, fields and page', async () => {
  const options = { include: ['role'], fields: { user: ['name', 'role'] }, fullResponse: true } as const
  const { data, details } = await openOrbit().query(
    (query) =>
      query.findRecords('user').filter({ attribute: 'name', value: 'ada' }).sort('name').page({ offset: 0, limit: 5 }),
    options,
  )
  expect(data).toMatchObject([{ attributes: { name: 'Ada' }, relationships: { role: { data: { type: 'role' } } } }])
  expect(details).toMatchObject([{ document: { meta: { total: 1 }, included: [{ attributes: { name: 'admin' } }] } }])
})

test('orbit creates, updates and removes by ids of its own', async () => {
  const source = openOrbit()
  const key = { type: 'apiKey', id: source.schema.generateId('apiKey'), attributes: { name: 'Orbit' } }
  const made = await source.update((change) => change.addRecord(key))
  expect(made).toMatchObject({ id: key.id, attributes: { secret: expect.stringMatching(/^APIKEY-/) } })
  await source.update((change) => change.replaceAttribute(key, 'requestsPerMinute', 7))
  const found = await source.query((query) => query.findRecord(key))
  expect(found).toMatchObject({ id: key.id, attributes: { name: 'Orbit', requestsPerMinute: 7 } })
  await source.update((change) => change.removeRecord(key))
  expect(await source.query((query) => query.findRecord(key))).toBeUndefined()
})

test('orbit gets errors', async () => {
  const key = { type: 'apiKey', id: 'mine', attributes: { name: '' } }
  const errors = [{ source: { pointer: '/data/attributes/name' } }]
  await expect(openOrbit().update((change) => change.addRecord(key))).rejects.toMatchObject({ data: { errors } })
})
