import { beforeAll, expect, test } from 'vitest'
import { createRole } from '../../src/core/accounts/index.ts'
import { buildOpenApi } from '../../src/http/jsonapi/openapi/index.ts'
import { resources } from '../../src/http/jsonapi/registry.ts'
import { type Client, newClient } from '../support/jsonapi.ts'

let client: Client
let [one, two]: string[] = []

beforeAll(async () => {
  client = await newClient()
  for (const name of ['one', 'two', 'three']) await createRole(client.ctx, { name, permissions: ['roles:read'] })
  const { body } = await client.get('/roles?filter[isBuiltin]=false&sort=createdAt')
  ;[one, two] = body.data.map(({ id }) => id)
})

test.each([
  'filter[id]=ONE,TWO',
  'filter[id]=ONE&filter[id]=TWO',
  'filter[id][]=ONE&filter[id][]=TWO',
  'filter[id][0]=ONE&filter[id][1]=TWO',
  'filter[id]=ONE&filter[id][]=TWO',
  'filter%5Bid%5D%5B%5D=ONE&filter%5Bid%5D%5B%5D=TWO',
])('%s asks for both', async (query) => {
  const { status, body } = await client.get(`/roles?${query.replace('ONE', `${one}`).replace('TWO', `${two}`)}`)
  expect(status).toBe(200)
  expect(body.data.map(({ id }) => id).sort()).toEqual([one, two].sort())
})

test.each([
  ['fields[roles]=name&fields[roles]=isBuiltin', ['isBuiltin', 'name']],
  ['fields[roles][]=name&fields[roles][]=isBuiltin', ['isBuiltin', 'name']],
  ['fields[roles]=name,isBuiltin', ['isBuiltin', 'name']],
])('%s shows both', async (query, names) => {
  const { body } = await client.get(`/roles?${query}`)
  expect(Object.keys(body.data[0].attributes).sort()).toEqual(names)
})

test.each(['sort=isBuiltin,name', 'sort=isBuiltin&sort=name', 'sort[]=isBuiltin&sort[]=name'])(
  '%s sorts by both',
  async (query) => {
    const { body } = await client.get(`/roles?${query}`)
    const names = ['one', 'three', 'two', 'admin', 'manager', 'member', 'viewer']
    expect(body.data.map(({ attributes }) => attributes.name)).toEqual(names)
  },
)

test.each(['include=role&include=role', 'include[]=role'])('%s includes', async (query) => {
  expect((await client.get(`/users?${query}`)).body.included).toHaveLength(1)
})

test.each([
  ['filter[name]=a&filter[name]=b', 'filter[name]', 'Send filter[name] once'],
  ['filter[name][]=a&filter[name][]=b', 'filter[name][]', 'Send filter[name] once'],
  ['filter[createdAt]=2026-03-01&filter[createdAt]=2026-03-02', 'filter[createdAt]', 'Send filter[createdAt] once'],
  ['filter[isBuiltin]=true&filter[isBuiltin]=false', 'filter[isBuiltin]', 'once'],
  ['page[size]=1&page[size]=2', 'page[size]', 'Send page[size] once'],
])('%s is refused with the right spelling', async (query, parameter, detail) => {
  const { status, body } = await client.get(`/roles?${query}`)
  expect([status, body.errors[0].code, body.errors[0].source]).toEqual([400, 'repeated_parameter', { parameter }])
  expect(body.errors[0].detail).toContain(detail)
})

test('a filter accepts as many values as the largest page has, also of the longest ids', async () => {
  const delivery = `evt_${'0'.repeat(32)}_wb_${'0'.repeat(32)}`
  for (const [type, id] of [
    ['roles', one],
    ['webhook-events', delivery],
    ['webhook-events', `dlv_${'0'.repeat(32)}`],
    ['delivery-attempts', `${delivery}_1`],
    ['delivery-attempts', `att_${'0'.repeat(32)}`],
  ]) {
    const ids = Array.from({ length: 100 }, () => id)
    expect((await client.get(`/${type}?filter[id]=${ids.join(',')}`)).status).toBe(200)
    expect((await client.get(`/${type}?${ids.map((value) => `filter[id][]=${value}`).join('&')}`)).status).toBe(200)
  }
  const refused = await client.get(`/roles?filter[id]=${Array.from({ length: 101 }, () => one).join(',')}`)
  expect([refused.status, refused.body.errors[0].detail]).toEqual([400, expect.stringContaining('at most 100 values')])
})

test('the OpenAPI document has the limits of every filter', () => {
  const paths: Record<string, { get: { parameters: { name?: string; schema?: Record<string, unknown> }[] } }> = Object(
    buildOpenApi(),
  ).paths
  const filters = resources.flatMap(({ type }) => paths[`/${type}`]?.get.parameters ?? [])
  const named = filters.filter(({ name }) => name?.startsWith('filter[id]'))
  expect(named).toHaveLength(resources.length)
  for (const { schema } of named) expect(schema).toMatchObject({ maxItems: 100, items: { maxLength: 500 } })
})

test('a time in a filter may have microseconds, and keeps them', async () => {
  const { createdAt } = Object((await client.get(`/roles/${one}`)).body.data.attributes)
  const total = async (value: string) => Number((await client.get(`/roles?filter[createdAt]=${value}`)).body.meta.total)
  const exact = String(createdAt).replace('Z', '000Z')
  expect(await total(exact)).toBe(await total(String(createdAt)))
  expect(await total(exact.replace('000Z', '001Z'))).toBe(0)
  expect(await total(`${exact.replace('000Z', '001Z')}..2999-01-01`)).toBe(
    (await total(`${exact}..2999-01-01`)) - (await total(exact)),
  )
})
