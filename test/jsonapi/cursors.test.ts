import { beforeAll, expect, test } from 'vitest'
import { createRole } from '../../src/core/accounts/index.ts'
import { type Answer, type Client, mediaType, newClient } from '../support/jsonapi.ts'

const profile = 'https://jsonapi.org/profiles/ethanresnick/cursor-pagination/'
const accept = { accept: `${mediaType};profile="${profile}"` }
let client: Client

beforeAll(async () => {
  client = await newClient()
  for (const letter of 'abcdefg') await createRole(client.ctx, { name: `role-${letter}`, permissions: [] })
})

const namesOf = ({ body }: Answer) => body.data.map(({ attributes }) => attributes.name)

async function follow(link: 'next' | 'prev', first: Answer): Promise<Answer[]> {
  const to = first.body.links[link]
  return to ? [first, ...(await follow(link, await client.get(to, accept)))] : [first]
}

test.each(['/roles?page[size]=3', '/roles?sort=name&page[size]=3', '/roles?sort=isBuiltin,name&page[size]=3'])(
  'the cursors of %s lead through every resource once, there and back',
  async (path) => {
    const all = namesOf(await client.get(path.replace('=3', '=50')))
    const there = await follow('next', await client.get(path, accept))
    expect(there.flatMap(namesOf)).toEqual(all)
    const [last] = there.slice(-1)
    const back = last ? await follow('prev', last) : []
    expect(back.reverse().flatMap(namesOf)).toEqual(all)
  },
)

test('a page by cursor names the profile, and has both links, the total and the cursor of each resource', async () => {
  const { headers, body } = await client.get('/roles?page[size]=3', accept)
  expect(headers['content-type']).toBe(accept.accept)
  expect(body.jsonapi).toMatchObject({ profile: [profile] })
  expect(body.links).toMatchObject({ prev: null, next: expect.stringContaining('page%5Bafter%5D=') })
  expect(body.meta).toEqual({ total: 11, page: { total: 11, size: 3 } })
  const [, second] = body.data
  const { cursor } = Object(Object(second).meta).page
  const next = await client.get(`/roles?page[size]=1&page[after]=${cursor}`)
  expect(namesOf(next)).toEqual([body.data[2]?.attributes.name])
})

test('a client that cannot name the profile can begin with an empty cursor', async () => {
  const { status, body } = await client.get('/roles?page[size]=3&page[after]=')
  expect([status, body.data.length, body.jsonapi.profile]).toEqual([200, 3, [profile]])
})

test('numbered pages stay the same for a client that accepts the profile', async () => {
  const { body } = await client.get('/roles?page[size]=3&page[number]=2', accept)
  expect(body.meta).toEqual({ total: 11, pages: 4, page: { number: 2, size: 3 } })
})

test('related resources and linkage can be read by cursor too', async () => {
  const { id } = (await client.get('/users')).body.data[0]
  for (const path of [`/users/${id}/api-credentials`, `/users/${id}/apiCredentials`]) {
    const { status } = await client.get(`${path}?page[size]=1&page[after]=`)
    expect([200, 404]).toContain(status)
  }
})

test.each([
  ['page[after]=x', 'page[after]', undefined],
  ['page[before]=x', 'page[before]', undefined],
  ['page[after]=&page[before]=', 'page[before]', 'range-pagination-not-supported'],
  ['page[after]=&page[number]=1', 'page[number]', undefined],
  ['page[size]=101', 'page[size]', 'max-size-exceeded'],
  ['page[size]=0', 'page[size]', undefined],
])('%s is refused at its parameter', async (query, parameter, type) => {
  const { status, body } = await client.get(`/roles?${query}`)
  expect([status, body.errors[0].source]).toEqual([400, { parameter }])
  expect(body.errors[0].links.type).toBe(type && profile + type)
})

test('a cursor of another order is refused', async () => {
  const { body } = await client.get('/roles?sort=name&page[size]=3&page[after]=')
  const cursor = new URL(body.links.next ?? '').searchParams.get('page[after]')
  expect((await client.get(`/roles?page[size]=3&page[after]=${cursor}`)).status).toBe(400)
})
