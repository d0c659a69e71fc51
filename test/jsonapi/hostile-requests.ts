import fc from 'fast-check'
import type { Attribute } from '../../src/http/jsonapi/attributes.ts'
import { filtersOf } from '../../src/http/jsonapi/filters.ts'
import { includesOf } from '../../src/http/jsonapi/include-paths.ts'
import { sortsOf } from '../../src/http/jsonapi/query.ts'
import { resources } from '../../src/http/jsonapi/registry.ts'
import type { Resource } from '../../src/http/jsonapi/resource.ts'
import { anyText, escapeSome, json, list, mediaType, word } from './hostile-values.ts'

// `@name` stands for an id that exists.
const known: Record<string, string> = {
  agreements: '@agreement',
  'agreement-links': '@link',
  submissions: '@submission',
  verifications: '@verification',
  webhooks: '@webhook',
  'webhook-events': '@event',
  roles: '@role',
  users: '@user',
}
const id = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...Object.values(known)) }, word)
const idOf = (type: string) => fc.oneof({ weight: 4, arbitrary: fc.constant(known[type] ?? 'none') }, id)
const types = resources.map(({ type }) => type)

// The generator of each type is built once, because building costs far more than drawing.
const forEach = <T>(some: readonly Resource[], build: (resource: Resource) => fc.Arbitrary<T>) =>
  fc.oneof(...some.map(build))

const oneOf = (values: readonly string[]) => (values.length ? fc.constantFrom(...values) : word)

// Mostly the members of the type, so that requests get past the first check; sometimes anything.
function searchOf(resource: Resource): fc.Arbitrary<string> {
  const own = fc.oneof(
    fc.tuple(
      oneOf([...filtersOf(resource).keys()]).map((name) => `filter[${name}]`),
      list,
    ),
    fc.tuple(fc.constant('sort'), oneOf([...sortsOf(resource).keys()])),
    fc.tuple(fc.constant('include'), oneOf(includesOf(resource))),
    fc.tuple(fc.constant(`fields[${resource.type}]`), oneOf(Object.keys(resource.attributes))),
    fc.tuple(fc.constantFrom('page[size]', 'page[number]'), fc.constantFrom('1', '7', '100', '999999999')),
  )
  const any = fc.tuple(
    fc.oneof(
      word,
      word.map((name) => `filter[${name}]`),
      fc.constantFrom('sort', 'include', 'page[size]', 'fields'),
    ),
    list,
  )
  const pairs = fc.array(fc.oneof({ weight: 8, arbitrary: own }, { weight: 1, arbitrary: any }), { maxLength: 3 })
  return pairs.map((all) => all.map(([name, value]) => `${escapeSome(name)}=${escapeSome(value)}`).join('&'))
}

const fitting: Record<Attribute['kind'], fc.Arbitrary<unknown>> = {
  text: word,
  address: word,
  enum: word,
  texts: fc.array(word, { maxLength: 3 }),
  integer: fc.integer(),
  boolean: fc.boolean(),
  time: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  reference: word,
  json,
}

function givenFor({ kind, values }: Attribute): fc.Arbitrary<unknown> {
  const right = values ? (kind === 'texts' ? fc.subarray([...values]) : fc.constantFrom(...values)) : fitting[kind]
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: json })
}

function resourceObjectOf(resource: Resource) {
  const attributes = Object.entries(resource.attributes).filter(([, { write }]) => write !== 'never')
  const relationships = Object.entries(resource.relationships).filter(([, to]) => !to.many && to.write !== 'never')
  const linkage = (type: string) =>
    fc.oneof({ weight: 4, arbitrary: fc.record({ type: fc.constant(type), id: idOf(type) }) }, json)
  const object = {
    type: fc.oneof({ weight: 20, arbitrary: fc.constant(resource.type) }, word),
    id: fc.oneof({ weight: 4, arbitrary: idOf(resource.type) }, json),
    attributes: fc.record(Object.fromEntries(attributes.map(([name, one]) => [name, givenFor(one)])), {
      requiredKeys: [],
    }),
    relationships: fc.record(
      Object.fromEntries(relationships.map(([name, { type }]) => [name, fc.record({ data: linkage(type) })])),
    ),
  }
  return fc.oneof(
    { weight: 3, arbitrary: fc.record(object, { requiredKeys: ['type', 'id'] }) },
    { weight: 1, arbitrary: fc.record(object, { requiredKeys: [] }) },
    { weight: 1, arbitrary: json },
  )
}

function creationOf(resource: Resource) {
  const required = Object.entries(resource.attributes).filter(([, one]) => one.required)
  const attributes = fc.record(Object.fromEntries(required.map(([name, one]) => [name, givenFor(one)])))
  return fc.tuple(resourceObjectOf(resource), attributes).map(([object, least]) => {
    if (typeof object !== 'object' || object === null) return object
    const { id: _, ...rest } = { id: undefined, ...object }
    return { ...rest, type: resource.type, attributes: { ...Object(Object(rest).attributes), ...least } }
  })
}

function bodyOf(resource: Resource): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: resourceObjectOf(resource).map((data) => JSON.stringify({ data })) },
    { weight: 1, arbitrary: json.map((any) => JSON.stringify(any) ?? '') },
    { weight: 1, arbitrary: anyText(40) },
  )
}

function pathOf({ type, relationships }: Resource): fc.Arbitrary<string> {
  const relationship = fc.oneof({ weight: 4, arbitrary: oneOf(Object.keys(relationships)) }, word)
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(type) },
    { weight: 2, arbitrary: idOf(type).map((one) => `${type}/${one}`) },
    { weight: 1, arbitrary: fc.tuple(idOf(type), relationship).map(([one, name]) => `${type}/${one}/${name}`) },
    {
      weight: 1,
      arbitrary: fc.tuple(idOf(type), relationship).map(([one, name]) => `${type}/${one}/relationships/${name}`),
    },
    { weight: 1, arbitrary: fc.array(word, { maxLength: 4 }).map((words) => words.join('/')) },
  )
}

const refs = fc.oneof(fc.record({ type: fc.constantFrom(...types), id }), json)
const operation = forEach(resources, (resource) =>
  fc.oneof(
    fc.record({ op: fc.constant('add'), data: creationOf(resource) }),
    fc.record({ op: fc.constantFrom('update', 'remove', 'replace'), ref: refs, data: resourceObjectOf(resource) }),
    fc.record({ op: fc.constantFrom('add', 'update', 'remove'), href: word, data: json }, { requiredKeys: [] }),
  ),
)
const operations = fc.record({
  method: fc.constant('POST' as const),
  path: fc.constant('operations'),
  search: fc.constant(''),
  body: fc.array(operation, { minLength: 1, maxLength: 4 }).map((all) => JSON.stringify({ 'atomic:operations': all })),
  accept: mediaType,
  contentType: fc.constant('application/vnd.api+json;ext="https://jsonapi.org/ext/atomic"'),
  key: fc.constant(null),
})

const methods = ['GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS'] as const

const ordinaryOf = (resource: Resource) =>
  fc.record({
    method: fc.constantFrom(...methods),
    path: pathOf(resource),
    search: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 2, arbitrary: searchOf(resource) }),
    body: fc.option(bodyOf(resource)),
    accept: mediaType,
    contentType: mediaType,
    key: fc.option(fc.constantFrom('a', 'x'.repeat(300), 'é'), { freq: 9 }),
  })
const ordinary = forEach(resources, ordinaryOf)

const creatable = resources.filter(({ create }) => create)
const createOf = (resource: Resource) =>
  fc.record({
    method: fc.constant('POST' as const),
    path: fc.constant(resource.type),
    search: fc.constant(''),
    body: creationOf(resource).map((data) => JSON.stringify({ data })),
    accept: mediaType,
    contentType: mediaType,
    key: fc.constant(null),
  })
const creation = forEach(creatable, createOf)

/** The same for resources outside of the registry, such as those of the server. */
export const hostileRequestOf = (some: readonly Resource[]) =>
  fc.oneof(forEach(some, ordinaryOf), forEach(some, createOf))

/** Lists as files, with good and bad queries. */
export const hostileFile = forEach(resources, (resource) =>
  fc
    .tuple(searchOf(resource), fc.constantFrom('.csv', '.ndjson', '.xlsx', '/content', ''), word)
    .map(([search, end, any]) => ({
      path: `exports/${end === '/content' ? any : resource.type}${end}`,
      search,
    })),
)

/** A request as a careless or hostile client would send it. */
export const hostileRequest = fc
  .oneof({ weight: 12, arbitrary: ordinary }, { weight: 4, arbitrary: creation }, { weight: 2, arbitrary: operations })
  // Dots alone would lead out of the dialect, because URLs are resolved before they are sent.
  .map((one) => ({ ...one, path: one.path.replaceAll(/(?<=^|\/)\.{1,2}(?=\/|$)/g, '...') }))

export type HostileRequest = typeof hostileRequest extends fc.Arbitrary<infer Request> ? Request : never
