import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/core/ids.ts'
import { daySpans, openTaskNames, webhookSpans } from '../../src/core/statistics/index.ts'
import { formatResourceId } from '../../src/http/jsonapi/ids.ts'
import { buildOpenApi as buildJsonApi } from '../../src/http/jsonapi/openapi/index.ts'
import { maxPageSize } from '../../src/http/jsonapi/page-size.ts'
import { resources } from '../../src/http/jsonapi/registry.ts'
import type { Resource } from '../../src/http/jsonapi/resource.ts'
import { buildOpenApi } from '../../src/http/rest/openapi/index.ts'
import { type Client, newClient } from '../support/jsonapi.ts'

type Schema = { [keyword: string]: unknown; properties?: Record<string, Schema>; items?: Schema; $ref?: string }
type Parameter = {
  $ref?: string
  name: string
  in: string
  schema?: Schema
  content?: Record<string, { schema: Schema }>
}
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }
type Document = { info: { description: string }; paths: Record<string, Record<string, Operation>> }

const documents: [name: string, document: Document][] = [
  ['REST', JSON.parse(JSON.stringify(buildOpenApi('2.2')))],
  ['JSON:API', JSON.parse(JSON.stringify(buildJsonApi()))],
]
// Only the limits of the URL, the headers and the body apply to these.
const boundedByRequest =
  /^(If-Match|If-None-Match|include|sort|fields\[.*\]|page\[(after|before)\]|.*\b(id|type|href|data))$/

function resolve<T extends { $ref?: string }>(document: Document, part: T): T {
  const path = part.$ref?.split('/').slice(1)
  return path ? (path.reduce((at: object, name) => Reflect.get(at, name), document) as T) : part
}

/** Every part of a schema that a request fills in, by its path. */
function* partsOf(document: Document, given: Schema, path: string): Generator<[string, Schema]> {
  const schema = resolve(document, given)
  yield [path, schema]
  for (const [name, member] of Object.entries(schema.properties ?? {}))
    yield* partsOf(document, member, `${path} ${name}`.trim())
  if (schema.items) yield* partsOf(document, schema.items, path)
  for (const one of [schema.anyOf, schema.oneOf].flat()) if (one) yield* partsOf(document, one as Schema, path)
}

function* takenBy(document: Document): Generator<[string, Schema]> {
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    for (const parameter of (operation.parameters ?? []).map((one) => resolve(document, one)))
      if (parameter.in !== 'path') yield* partsOf(document, parameter.schema ?? {}, parameter.name)
    for (const { schema } of Object.values(operation.requestBody?.content ?? {})) yield* partsOf(document, schema, '')
  }
}

function isBounded({ type, ...schema }: Schema): boolean {
  const types = [type].flat()
  if (types.includes('array') && !('maxItems' in schema)) return false
  if ((types.includes('integer') || types.includes('number')) && !('maximum' in schema)) return false
  return !types.includes('string') || ['maxLength', 'enum', 'const', 'pattern', 'format'].some((word) => word in schema)
}

test.each(documents)('the %s document has a limit for every part of a request', (_, document) => {
  const unbounded = [...takenBy(document)].filter(
    ([path, schema]) => !boundedByRequest.test(path) && !isBounded(schema),
  )
  expect([...new Set(unbounded.map(([path]) => path))]).toEqual([])
  expect(document.info.description).toMatch(/1024 KiB of body, 16384 characters of URL/)
})

test.each(documents)('every parameter of the %s document accepts as many values as a page has', (_, document) => {
  const lists = [...takenBy(document)].filter(
    ([path, { type }]) => /^filter|^(status|type|result)$/.test(path) && type === 'array',
  )
  expect(lists.length).toBeGreaterThan(3)
  for (const [path, { maxItems }] of lists) expect([path, maxItems]).toEqual([path, maxPageSize])
})

let client: Client
beforeAll(async () => {
  client = await newClient()
})

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('There is none.')
  return first
}

/** Ids of a type. Where ids are words, the first word each time. */
function newIds(resource: Resource, count: number): string[] {
  const keys: Record<string, () => string> = {
    'consent-texts': () => 'drug_test/2026-01.en',
    'agreement-versions': () => `${newId()}/1`,
    'open-tasks': () => firstOf(openTaskNames),
    'submission-statistics': () => firstOf(daySpans).id,
    'verification-statistics': () => firstOf(daySpans).id,
    'webhook-statistics': () => `${newId()}/${firstOf(webhookSpans).id}`,
  }
  return Array.from({ length: count }, () => formatResourceId(resource, keys[resource.type]?.() ?? newId()))
}

test.each(resources)(
  'a filter of $type accepts the ids of a whole page, however they are written',
  async (resource) => {
    const page = newIds(resource, maxPageSize)
    const ask = async (query: string) =>
      (await client.get(`/${resource.type}?page[size]=${maxPageSize}&${query}`)).status
    expect(await ask(`filter[id]=${page.join()}`)).toBe(200)
    for (const name of ['filter[id]', 'filter%5Bid%5D%5B%5D'])
      expect(await ask(page.map((id) => `${name}=${id}`).join('&'))).toBe(200)
    const tooMany = await client.get(`/${resource.type}?filter[id]=${[...page, ...newIds(resource, 1)].join()}`)
    expect([tooMany.status, tooMany.text]).toEqual([400, expect.stringContaining(`Use at most ${maxPageSize} values`)])
  },
)
