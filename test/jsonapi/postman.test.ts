import { promisify } from 'node:util'
import newman from 'newman'
import { expect, test } from 'vitest'
import { resources } from '../../src/http/jsonapi/registry.ts'
import { buildPostman } from '../../tools/jsonapi/postman/index.ts'
import { samples } from '../../tools/samples/jsonapi.ts'
import { newWorld } from '../conformance/jsonapi/world.ts'
import { listen } from '../support/jsonapi-server.ts'

const collection = buildPostman(samples)
const run = promisify(newman.run)

test('the collection has a sample of every creatable type', () => {
  const creatable = resources.filter(({ create }) => create).map(({ type }) => type)
  // A decision and its claim need a provider's finding, which no request can make.
  expect(creatable.filter((type) => !(type in samples))).toEqual(['decisions', 'review-claims'])
})

test('the Postman collection passes, assertions and all, against a live server', { timeout: 120_000 }, async () => {
  const { token } = await newWorld()
  const values = [
    { key: 'base_url', value: `${await listen()}/v1/api` },
    { key: 'token', value: token },
  ]
  const { run: played } = await run({ collection, environment: { values } })
  expect(played.failures.map(({ source, error }) => `${source.name}: ${error.test}: ${error.message}`)).toEqual([])
  expect(played.stats.assertions.total).toBeGreaterThan(400)
  const methods = played.executions.map(({ request }) => request.method)
  for (const method of ['POST', 'PATCH', 'DELETE']) expect(methods).toContain(method)
})
