import { expect, test } from 'vitest'
import { createApiKey } from '../../src/core/accounts/index.ts'
import { newId } from '../../src/core/ids.ts'
import { create } from '../conformance/jsonapi/world.ts'
import { type Client, newClient, newColleague } from '../support/jsonapi.ts'

const file = ({ app, token }: Client, path: string) =>
  app.inject({ url: `/v1/api/exports/${path}`, headers: { authorization: `Bearer ${token}` } })
const hook = (path: string) => ({ destinationUrl: `http://127.0.0.1:9/${path}` })

test('a list is exported as CSV with its filters, its order and its total', async () => {
  const client = await newClient()
  for (const path of ['b', 'a', 'other']) await create(client, 'webhooks', hook(path))
  const { payload, headers } = await file(client, 'webhooks.csv?filter[destinationUrl]=:9&sort=destinationUrl')
  const [, ...lines] = payload.trim().split('\r\n')
  expect([payload.slice(0, 18), headers['sealane-total'], lines.length]).toEqual(['\ufeffid,destinationUrl', '3', 3])
  expect(lines.map((line) => line.split(',')[1])).toEqual(['a', 'b', 'other'].map((path) => hook(path).destinationUrl))
})

test('formulas become text, and quotes and line ends stay in their cell', async () => {
  const client = await newClient()
  await createApiKey(client.ctx, { name: '=HYPERLINK("http://evil.example")' })
  const { payload } = await file(client, 'api-keys.csv')
  expect(payload).toContain(`,"'=HYPERLINK(""http://evil.example"")",`)
})

test('each line of NDJSON is the resource object of the list', async () => {
  const client = await newClient()
  await create(client, 'webhooks', hook('a'))
  const { payload } = await file(client, 'webhooks.ndjson')
  const { body } = await client.get('/webhooks')
  expect(
    payload
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(body.data)
})

test('a long list is exported completely, with each item once', async () => {
  const client = await newClient()
  const { organizationId, db } = client.ctx
  const [row] = await db
    .selectFrom('roles')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .limit(1)
    .execute()
  if (!row) throw new Error('There are roles.')

  const many = Array.from({ length: 1_100 }, (_, n) => ({ ...row, id: newId(), name: `r-${n}`, is_builtin: false }))
  await db.insertInto('roles').values(many).execute()
  const ids = (await file(client, 'roles.ndjson')).payload
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  expect([ids.length, new Set(ids).size]).toEqual([1_104, 1_104])
})

test.each([
  ['gadgets.csv', 404],
  ['webhooks.xlsx', 404],
  ['webhooks.csv?filter[nope]=1', 400],
  ['webhooks.csv?page[size]=1', 400],
])('the export %s is refused', async (path, status) => {
  expect((await file(await newClient(), path)).statusCode).toBe(status)
})

test('nobody can export what they may not read', async () => {
  const client = await newClient()
  expect((await file(await newColleague(client, 'member'), 'api-keys.csv')).statusCode).toBe(403)
})
