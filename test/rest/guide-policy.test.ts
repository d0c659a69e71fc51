import { expect, test } from 'vitest'
import { buildOpenApi } from '../../src/http/rest/openapi/index.ts'
import type { Version } from '../../src/http/rest/versions/index.ts'
import { newApi, useServer } from '../support/api.ts'
import { lookUp, operationsOf } from './openapi-reader.ts'

const server = useServer()

test('a webhook is read, changed and deleted at both paths that the guide prints', async () => {
  const api = await newApi(server)
  for (const path of ['webhooks', 'webhook']) {
    const body = { destination_url: 'https://a.example/hook' }
    const { webhook_id } = (await api.call('POST', '/v2/webhooks', { body })).json()
    const url = `/v2/${path}/${webhook_id}`
    const replies = [await api.call('GET', url), await api.call('PUT', url, { body }), await api.call('DELETE', url)]
    expect(replies.map((reply) => [reply.statusCode, reply.json().webhook_id])).toEqual(
      replies.map(() => [200, webhook_id]),
    )
  }
})

test('a page of another site with the key in its source may not read a reply', async () => {
  const api = await newApi(server)
  const headers = { origin: 'https://shop.example', 'access-control-request-method': 'GET' }
  for (const method of ['GET', 'OPTIONS', 'POST'] as const) {
    const reply = await api.call(method, '/v2/webhooks', { headers })
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test.each([
  ['2.0', '2.1'],
  ['2.1', '2.2'],
] as const)('a minor version only adds: every operation and attribute of %s is in %s too', (older, newer) => {
  const [before, after] = [namesIn(older), namesIn(newer)]
  expect(before.length).toBeGreaterThan(20)
  expect(before.filter((name) => !after.includes(name))).toEqual([])
})

/** Every operation of a version, and every member of its objects. */
function namesIn(version: Version): string[] {
  const document = buildOpenApi(version)
  const members = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    Object.keys(lookUp(schema, '#/properties') ?? {}).map((member) => `${name}.${member}`),
  )
  return [...operationsOf(document).map(({ operationId }) => operationId), ...members]
}
