import { beforeAll, expect, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { type Client, newClient } from '../support/jsonapi.ts'
import { newVerification } from '../support/verifications.ts'

let client: Client
let spring: string

const idsOf = async (query: string) => {
  const { status, body } = await client.get(`/verifications?${query}`)
  expect(status, query).toBe(200)
  return body.data.map(({ id }) => id)
}

beforeAll(async () => {
  client = await newClient()
  const made = await newVerification(client.ctx, { metadata: { campaign: 'spring', seats: 30 } })
  await newVerification(client.ctx, { metadata: { campaign: 'autumn' } })
  spring = formatId('verification', made.id)
})

test('a search finds a verification by its id and by the words of its kind', async () => {
  expect(await idsOf(`filter[search]=${spring.toLowerCase()}`)).toEqual([spring])
  expect(await idsOf('filter[search]=IDENTITY&filter[isScan]=false')).toHaveLength(2)
  expect(await idsOf('filter[search]=nothing%20like%20that')).toEqual([])
})

test('a metadata filter finds a verification when all its members are equal as text', async () => {
  expect(await idsOf('filter[metadata]={"campaign":"spring","seats":"30"}&filter[isScan]=false')).toEqual([spring])
  expect(await idsOf('filter[metadata]={"campaign":"autumn","seats":"30"}')).toEqual([])
})

test.each([
  ['filter[metadata]=campaign'],
  ['filter[metadata]=[1]'],
  ['filter[metadata]={"a":{}}'],
  ['filter[metadata]={"a":"\\u0000"}'],
  ['filter[metadata]={"a\\u0000":"b"}'],
  [`filter[metadata]={"a":"${'x'.repeat(4_000)}"}`],
  [`filter[search]=${'x'.repeat(201)}`],
  ['filter[search]=%00'],
  ['filter[search]=a&filter[search]=b'],
])('%s is refused by its parameter', async (query) => {
  const { status, body } = await client.get(`/verifications?${query}`)
  expect(status).toBe(400)
  expect(body.errors[0]?.source?.parameter).toBe(query.split('=')[0])
})

test('a search of a type without one is refused with the known filters', async () => {
  const { status, body } = await client.get('/roles?filter[search]=a')
  expect([status, body.errors[0]?.code]).toEqual([400, 'unknown_filter'])
})

test('an export and the pages of a search have the found rows', async () => {
  const { text } = await client.get(`/exports/verifications.ndjson?filter[search]=${spring}`)
  expect(text.trim().split('\n')).toHaveLength(1)
  const { body } = await client.get('/verifications?filter[search]=identity&page[size]=1&page[after]=')
  expect(body.data).toHaveLength(1)
})
