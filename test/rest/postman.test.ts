import { promisify } from 'node:util'
import newman from 'newman'
import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { newApi, useServer } from '../support/api.ts'
import { logEverything } from '../support/finishing.ts'
import { setStage } from '../support/stage.ts'

const server = useServer()
const address = { url: '' }
beforeAll(async () => {
  address.url = `${await server.app.listen({ port: 0, host: '127.0.0.1' })}/v2`
})
const run = promisify(newman.run)

// What ends things plays on a stage of its own.
const folders = [...new Set(endpoints.map(({ tag }) => tag))]

describe('the Postman collection passes, assertions and all, against a live server', () => {
  test.each(folders)('%s', { timeout: 60_000 }, async (folder) => {
    const api = await newApi(server)
    const variables = { ...(await setStage(api.ctx)), base_url: address.url, api_key: api.key }
    await logEverything(api.ctx)
    const values = Object.entries(variables).map(([key, value]) => ({ key, value }))
    const collection = 'postman/sealane.postman_collection.json'
    const { run: played } = await run({ collection, folder, environment: { values } })
    expect(played.failures.map(({ source, error }) => `${source.name}: ${error.test}: ${error.message}`)).toEqual([])
    expect(played.stats.assertions.total).toBeGreaterThan(0)
  })
})
