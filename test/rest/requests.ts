import fc from 'fast-check'
import type { Endpoint } from '../../src/http/rest/endpoint.ts'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { bodies } from '../../tools/samples/rest.ts'
import { anyCharacter } from '../support/any-character.ts'
import type { Stage } from '../support/stage.ts'

/** A request as a hostile or careless caller may make it. */
export type Generated = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD'
  url: string
  headers: Record<string, string>
  payload?: string
}

const hostileText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 30 }),
  fc.constantFrom('', '0', '-1', 'null', '\0', '\ud800', '\u202e', "'; drop table webhooks;--", '%00', '%zz', '../..'),
  fc.constantFrom('%', '_', '\\', '{"a":1}', '{"a":{"b":1}}', '[]', '"', '1e400', '9'.repeat(30), 'a'.repeat(3_000)),
  fc.constantFrom('created_at DESC', 'created_at desc, status', 'nothing ASC', 'status;', 'id', 'true', '2', '100'),
)

/** Values for the braces of a path: ids of the stage, ids of others, and texts that are no ids. */
function pathMember(stage: Stage, name: string): fc.Arbitrary<string> {
  const ids = Object.values(stage).map((id) => id)
  const own = stage[name] ?? 'x'
  return fc.oneof(
    { arbitrary: fc.constant(own), weight: 6 },
    { arbitrary: fc.constantFrom(...ids), weight: 1 },
    { arbitrary: hostileText.map(encode), weight: 2 },
  )
}

function encode(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : text.toWellFormed()
}

const json = fc.jsonValue({ maxDepth: 3 })

/** A good body with some members replaced or added, any JSON, or bytes that are no JSON. */
function bodyOf(stage: Stage, id: string): fc.Arbitrary<string | undefined> {
  const good = bodies(stage)[id]
  const members = good !== null && typeof good === 'object' ? Object.keys(good) : []
  const changes = fc.dictionary(
    fc.constantFrom(...members, 'colour', '__proto__x', '\u0000'),
    fc.oneof(json, hostileText),
  )
  return fc.oneof(
    { arbitrary: fc.constant(good === undefined ? undefined : JSON.stringify(good)), weight: 3 },
    { arbitrary: changes.map((change) => JSON.stringify({ ...(good as object), ...change })), weight: 5 },
    { arbitrary: json.map((value) => JSON.stringify(value)), weight: 2 },
    { arbitrary: fc.oneof(hostileText, fc.constant(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)), weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  )
}

const headers = fc
  .record(
    {
      'harbour-version': fc.constantFrom('2.0', '2.1', '2.2', '2.2', '2.2', '3', ''),
      accept: fc.constantFrom('application/json', 'application/problem+json', '*/*', 'text/html'),
      'content-type': fc.constantFrom(
        'application/json',
        'application/json',
        'text/xml',
        'application/json; charset=latin1',
      ),
      'if-none-match': fc.constantFrom('*', '"x"', ''),
      'if-match': fc.constantFrom('*', '"x"'),
      'idempotency-key': fc.constantFrom('a', 'b', '"c"', 'x'.repeat(300), 'ö'),
    },
    { requiredKeys: [] },
  )
  .map((chosen) => ({ 'content-type': 'application/json', ...chosen }))

/** Requests to every endpoint in every version, and some to missing endpoints. */
export function generatedRequest(stage: Stage): fc.Arbitrary<Generated> {
  // The generator of each endpoint is built once, because building costs far more than drawing.
  return fc.oneof(...endpoints.map((endpoint) => requestOf(endpoint, stage)))
}

function requestOf(endpoint: Endpoint, stage: Stage): fc.Arbitrary<Generated> {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const queryNames =
    endpoint.query && 'properties' in endpoint.query ? Object.keys(endpoint.query.properties ?? {}) : []
  const query = fc.dictionary(fc.constantFrom(...queryNames, 'page', 'colour'), hostileText.map(encode), {
    maxKeys: 3,
  })
  const path = fc.constantFrom(endpoint.path, endpoint.path, ...(endpoint.aliases ?? []))
  const method = fc.oneof(
    { arbitrary: fc.constant(endpoint.method), weight: 9 },
    { arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'), weight: 1 },
  )
  return fc
    .tuple(
      method,
      path,
      fc.tuple(...names.map((name) => pathMember(stage, name))),
      query,
      headers,
      bodyOf(stage, endpoint.id),
    )
    .map(([method, path, values, query, headers, payload]) => {
      const filled = names.reduce((text, name, index) => text.replace(`{${name}}`, () => values[index] ?? ''), path)
      const search = Object.entries(query).map(([name, value]) => `${name}=${value}`)
      const url = `/v2${filled}${search.length > 0 ? `?${search.join('&')}` : ''}`
      const bodyless = method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || payload === undefined
      return { method, url, headers, ...(bodyless ? {} : { payload }) } as Generated
    })
}
