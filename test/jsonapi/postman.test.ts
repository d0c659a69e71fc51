import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { buildPostman } from '../../src/http/jsonapi/openapi/postman.ts'
import { newWorld } from '../conformance/jsonapi/world.ts'

const file = 'postman/jsonapi.postman_collection.json'

test('the committed Postman collection is the one that is built', async () => {
  await expect(`${JSON.stringify(buildPostman(), null, 2)}\n`).toMatchFileSnapshot(`../../${file}`)
})

test('the Postman collection passes, assertions and all, against a live server', { timeout: 120_000 }, async () => {
  const { app, token } = await newWorld()
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/v1/api`
  const variables = ['--env-var', `base_url=${url}`, '--env-var', `token=${token}`]
  const command = ['node_modules/newman/bin/newman.js', 'run', file, '--color', 'off', ...variables]
  const played = await promisify(execFile)(process.execPath, command).catch((error) => error)
  expect(played.stdout).toMatch(/assertions[^\d]+[1-9]\d*[^\d]+0 /)
})
