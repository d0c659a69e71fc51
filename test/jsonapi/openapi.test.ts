import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { buildOpenApi } from '../../src/http/jsonapi/openapi/index.ts'
import { schemaName } from '../../src/http/jsonapi/openapi/schemas.ts'
import { resources } from '../../src/http/jsonapi/registry.ts'
import { newWorld } from '../conformance/jsonapi/world.ts'
import { domain, openServer } from '../support/jsonapi-server.ts'

const document = buildOpenApi()

test('the OpenAPI document is served with the URL of the server', async () => {
  const served = await (await openServer()).inject('/v1/api/openapi.json')
  expect([served.statusCode, JSON.parse(served.payload)]).toEqual([
    200,
    buildOpenApi({ origin: 'http://localhost', domain }),
  ])
})

test('every reference of the document has a target', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)]
  expect(references.length).toBeGreaterThan(100)
  for (const [all, kind = '', name = ''] of references) {
    const components = Object(Object(document).components)
    expect(Object(components[kind])[name], all).toBeDefined()
  }
})

test('the replies for every type fit the document', async () => {
  const { get } = await newWorld()
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  ajv.addSchema(document, 'openapi')
  expect(resources.length).toBeGreaterThan(20)
  for (const resource of resources) {
    const validate = ajv.getSchema(`openapi#/components/schemas/${schemaName(resource)}List`)
    expect(validate?.((await get(`/${resource.type}`)).body), ajv.errorsText(validate?.errors)).toBe(true)
  }
})

test('no two operations have the same name', () => {
  const names = [...JSON.stringify(document).matchAll(/"operationId":"(\w+)"/g)].map(([, name]) => name)
  expect(names.length).toBe(new Set(names).size)
})
