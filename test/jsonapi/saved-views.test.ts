import { beforeAll, expect, test } from 'vitest'
import { create, post } from '../conformance/jsonapi/world.ts'
import { type Client, newClient, newColleague } from '../support/jsonapi.ts'

let client: Client
let colleague: Client

const view = (name: string, path = '/verifications') => ({ name, path, query: 'status=completed&sort=createdAt' })

beforeAll(async () => {
  client = await newClient()
  colleague = await newColleague(client, 'viewer')
})

test('only its owner can read, change or delete a saved view', async () => {
  const { id } = await create(client, 'saved-views', view('Mine'))
  const data = { type: 'saved-views', id, attributes: { name: 'Theirs' } }
  expect((await colleague.get('/saved-views')).body.data).toEqual([])
  expect((await colleague.get(`/saved-views/${id}`)).status).toBe(404)
  expect((await colleague.call('PATCH', `/saved-views/${id}`, { body: { data } })).status).toBe(404)
  expect((await colleague.call('DELETE', `/saved-views/${id}`)).status).toBe(404)
  expect((await client.get(`/saved-views/${id}`)).body.data).toMatchObject({ attributes: view('Mine') })
})

test('a person can use a name once for each path', async () => {
  await create(client, 'saved-views', view('Twice'))
  await create(client, 'saved-views', view('Twice', '/submissions'))
  await create(colleague, 'saved-views', view('Twice'))
  const again = await post(client, 'saved-views', view('Twice'))
  expect([again.status, again.body.errors[0]?.code]).toEqual([409, 'saved_view_name_taken'])
})

test('a saved view can be renamed, changed and deleted', async () => {
  const { id } = await create(client, 'saved-views', view('Old'))
  const attributes = { name: 'New', query: '' }
  const changed = await client.call('PATCH', `/saved-views/${id}`, {
    body: { data: { type: 'saved-views', id, attributes } },
  })
  expect(changed.body.data).toMatchObject({ attributes: { ...attributes, path: '/verifications' } })
  expect((await client.call('DELETE', `/saved-views/${id}`)).status).toBe(204)
  expect((await client.get(`/saved-views/${id}`)).status).toBe(404)
})

test('one of two saved views with the same name at once is refused', async () => {
  const both = await Promise.all([post(client, 'saved-views', view('Race')), post(client, 'saved-views', view('Race'))])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('the query of a view may be as long as that of an export, and no longer', async () => {
  const query = (length: number) => `q=${'x'.repeat(length - 2)}`
  const keep = async (length: number) =>
    (await post(client, 'saved-views', { ...view(`Long ${length}`), query: query(length) })).status
  const write = async (length: number) =>
    (await post(client, 'exports', { list: 'verifications', format: 'csv', query: query(length) })).body.errors[0]
      ?.detail
  expect([await keep(4_000), await keep(4_001)]).toEqual([201, 422])
  // A list of verifications has no parameter q. The shorter query is refused for that, the longer one for its length.
  expect(await write(4_000)).not.toEqual(await write(4_001))
})

test('a person has at most 50 saved views', async () => {
  const person = await newColleague(client, 'member')
  for (let number = 0; number < 50; number++) await create(person, 'saved-views', view(`View ${number}`))
  const more = await post(person, 'saved-views', view('One more'))
  expect([more.status, more.body.errors[0]?.code]).toEqual([409, 'too_many_saved_views'])
})

test.each(['https://a.example', '//a.example', 'verifications', '/verifications?a=b', '/../a', '/Ä'])(
  '%s is refused as the path of a saved view',
  async (path) => {
    const { status, body } = await post(client, 'saved-views', view('Path', path))
    expect([status, body.errors[0]?.source?.pointer]).toEqual([422, '/data/attributes/path'])
  },
)

test('the trail has every change of a saved view with its actor, and no refused one', async () => {
  const own = await newClient()
  const { id } = await create(own, 'saved-views', view('Told'))
  await post(own, 'saved-views', view('Told'))
  await own.call('PATCH', `/saved-views/${id}`, {
    body: { data: { type: 'saved-views', id, attributes: { query: '' } } },
  })
  for (const _ of ['once', 'again']) await own.call('DELETE', `/saved-views/${id}`)
  const { body } = await own.get('/audit-events?filter[subjectType]=saved_view')
  const told = body.data.map(({ attributes, relationships }) => [attributes.action, relationships.user?.data?.id])
  const by = `usr_${own.userId.replaceAll('-', '')}`
  const actions = ['saved_view.created', 'saved_view.deleted', 'saved_view.updated']
  expect(told.sort()).toEqual(actions.map((action) => [action, by]))
})
