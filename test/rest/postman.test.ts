import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { newApi, useServer } from '../support/api.ts'
import { setStage } from '../support/stage.ts'

const server = useServer()
const run = promisify(execFile)

// What ends things plays on a stage of its own; a submission that is completed cannot be called back.
const folders = [
  'Verifications',
  'Webhooks',
  'Webhook events',
  'Webhook recoveries',
  'Agreements',
  'Agreement links',
  'Consents',
  'Versions',
]

test('the Postman collection passes, assertions and all, against a live server', { timeout: 120_000 }, async () => {
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' })
  for (const folder of folders) {
    const api = await newApi(server)
    const values = { ...(await setStage(api.ctx)), base_url: `${url}/v2`, api_key: api.key }
    const variables = Object.entries(values).flatMap(([name, value]) => ['--env-var', `${name}=${value}`])
    const printed = await play(['--folder', folder, ...variables])
    expect(printed).toMatch(/assertions[^\d]+[1-9]\d*[^\d]+0 /)
  }
})

/** Newman's report. Throws with it when an assertion failed. */
async function play(options: string[]): Promise<string> {
  const file = 'postman/sealane.postman_collection.json'
  const command = ['node_modules/newman/bin/newman.js', 'run', file, '--color', 'off', ...options]
  try {
    return (await run(process.execPath, command)).stdout
  } catch (error) {
    throw new Error(error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error))
  }
}
