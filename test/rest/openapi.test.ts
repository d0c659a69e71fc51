import { describe, expect, test } from 'vitest'
import { buildOpenApi, endpointsIn } from '../../src/http/rest/openapi/index.ts'
import { versionNames } from '../../src/http/rest/versions/index.ts'
import { useServer } from '../support/api.ts'
import { compileSchemas, operationsOf, references } from './openapi-reader.ts'

const server = useServer()

describe.each(versionNames)('version %s', (version) => {
  const document = buildOpenApi(version)

  test('the committed document is the generated one (vitest -u writes it anew)', async () => {
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(`../../openapi/rest-${version}.json`)
  })

  test('the server serves it', async () => {
    const reply = await server.app.inject(`/openapi.json?version=${version}`)
    expect(reply.json()).toEqual(document)
  })

  test('each operation has an id of its own, a tag, a success and the errors that every request can get', () => {
    const operations = operationsOf(document)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(endpointsIn(version).length)
    for (const { tags, summary, responses } of operations) {
      expect([tags.length, summary.length > 0]).toEqual([1, true])
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['422', '500', '503']))
    }
  })

  test('each reference leads somewhere and each schema is one', () => {
    for (const { found } of references(document)) expect(found).toBeDefined()
    const check = compileSchemas(document)
    for (const name of Object.keys(document.components.schemas)) expect(check.of(name)).toBeTypeOf('function')
  })
})

test('the newest version is served when none is asked for, and an unknown one is an error', async () => {
  expect((await server.app.inject('/openapi.json')).json().info.version).toBe('2.2')
  expect((await server.app.inject('/openapi.json?version=7')).statusCode).toBe(400)
})
