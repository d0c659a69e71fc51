import { beforeAll, describe, expect, test } from 'vitest'
import { resources } from '../src/http/jsonapi/registry.ts'
import { endpoints } from '../src/http/rest/endpoints.ts'
import { samples } from '../tools/samples/jsonapi.ts'
import { newWorld, type World } from './conformance/jsonapi/world.ts'
import { newApi, useServer } from './support/api.ts'
import {
  isBounded,
  jsonapiTypes,
  oversized,
  type Place,
  placesIn,
  restBodies,
  restQueries,
  withValue,
} from './support/bounded.ts'
import { requestOn, type Stage, setStage } from './support/stage.ts'

const server = useServer()
let [stage, world]: [Stage, World] | [] = []
let api: Awaited<ReturnType<typeof newApi>>
beforeAll(async () => {
  api = await newApi(server)
  stage = await setStage(api.ctx)
  world = await newWorld()
})

/** A reply to one fault, and a reply to very many. */
const [short, longest] = [6_000, 120_000]
const nameOf = ({ path }: Place) => path.join('.')

test.each([...restBodies, ...restQueries, ...jsonapiTypes])(
  'every list and text that %s accepts has a bound',
  (_, places) => {
    expect(places.filter((place) => !isBounded(place)).map(nameOf)).toEqual([])
  },
)

test('the table finds a member without a bound', () => {
  const schema = { type: 'object', properties: { a: { type: 'array', items: { type: 'string' } } } }
  expect(
    placesIn(schema)
      .filter((place) => !isBounded(place))
      .map(nameOf),
  ).toEqual(['a', 'a.0'])
})

describe('REST: a member beyond its bound is refused in a short reply that names it', () => {
  const placesOf = (id: string) => restBodies.find(([name]) => name === id)?.[1] ?? []
  const bounded = endpoints.filter(({ id, body }) => body && placesOf(id).length > 0)
  test.each(bounded.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (id, endpoint) => {
    const { url, body } = requestOn(stage ?? {}, endpoint)
    for (const place of placesOf(id)) {
      const reply = await api.call(endpoint.method, url, { body: withValue(body, place.path, oversized(place)) })
      const { errors = [] } = reply.json()
      const isNamed = errors.some(({ path }: { path: string }) => nameOf(place).startsWith(path.replace(/\.m\d+$/, '')))
      expect([nameOf(place), reply.statusCode, isNamed, reply.body.length < short]).toEqual([
        nameOf(place),
        422,
        true,
        true,
      ])
    }
  })
})

describe('JSON:API: a member beyond its bound is refused in a short reply that points at it', () => {
  const creatable = resources.filter(({ create }) => create).map(({ type }) => type)
  const bounded = jsonapiTypes.filter(([type, places]) => creatable.includes(type) && places.length > 0)
  test.each(bounded)('%s', async (type, places) => {
    for (const place of places) {
      const attributes = withValue(samples[type]?.attributes, place.path, oversized(place))
      const { status, body, text } =
        (await world?.call('POST', `/${type}`, { body: { data: { type, attributes } } })) ?? {}
      const at = `/data/attributes/${place.path.join('/')}`
      const isNamed = body?.errors?.some(({ source }) => at.startsWith(source?.pointer ?? '?'))
      expect([nameOf(place), isNamed, (text?.length ?? 0) < short]).toEqual([nameOf(place), true, true])
      expect([400, 403, 422]).toContain(status)
    }
  })
})

const many = (count: number, of: (index: number) => [string, unknown]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => of(index)))
const hostile: [string, object][] = [
  ['one member of a very long name', { ['n'.repeat(900_000)]: 1 }],
  ['many members', many(50_000, (index) => [`m${index}`, 1])],
  ['many members of long names', many(300, (index) => [`${index}${'n'.repeat(3_000)}`, 1])],
  ['large members', many(9, (index) => [`m${index}`, 'x'.repeat(100_000)])],
  ['names of strange characters', many(150, (index) => [`${index}${'\u202e\ud83d'.repeat(90)}`, '\u202e'.repeat(900)])],
  ['lists of lists', { m: Array(900).fill(Array(100).fill('\u202e')) }],
  ['large values that are none', { title: 'x'.repeat(900_000), source: 'x'.repeat(90_000), fields: 'x'.repeat(900) }],
  ['many blanks that are none', { fields: Array(60_000).fill(1) }],
  [
    'many large blanks',
    { fields: Array(200).fill({ key: 'K'.repeat(2_000), role: 'R'.repeat(2_000), type: 't'.repeat(900) }) },
  ],
  ['long names deep inside', { fields: [many(90, (index) => [`${index}${'/'.repeat(8_000)}`, 1])] }],
]

test.each(hostile)('the reply to a fault is short: %s', async (_, members) => {
  const rest = await api.call('POST', '/v2/agreements', { body: members })
  const problem = await api.call('POST', '/v2/agreements', {
    body: members,
    headers: { accept: 'application/problem+json' },
  })
  const data = { type: 'agreements', attributes: members }
  const single = await world?.call('POST', '/agreements', { body: { data } })
  const related = await world?.call('POST', '/agreements', { body: { data: { ...data, relationships: members } } })
  const strange = await world?.call('POST', '/agreements', {
    body: { data: { ...data, type: JSON.stringify(members) } },
  })
  const replies = [rest.body, problem.body, single?.text, related?.text, strange?.text]
  expect(replies.map((text = 'x'.repeat(longest)) => text.length < longest)).toEqual(replies.map(() => true))
  expect(rest.statusCode).toBe(422)
})

test.each([101, 150, 199])('a hundred of %i faults are reported, with the number of the others', async (count) => {
  const strangers = many(count, (index) => [`m${index}`, 1])
  const rest = (await api.call('PUT', `/v2/webhooks/${stage?.webhook_id}`, { body: strangers })).json()
  const told = /^(\d+) more fault/.exec(rest.errors.at(-1).message)?.[1]
  expect([rest.errors.length, rest.errors.at(-1).rule, Number(told)]).toEqual([101, 'more_faults', count - 100])
  const data = { type: 'webhooks', id: world?.webhook, attributes: strangers }
  const { body } = (await world?.call('PATCH', `/webhooks/${world.webhook}`, { body: { data } })) ?? {}
  expect([body?.errors.length, body?.errors.at(-1)?.meta]).toMatchObject([
    101,
    { rule: 'more_faults', more: count - 100 },
  ])
})
