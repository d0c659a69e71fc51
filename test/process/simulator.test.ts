import { expect, test } from 'vitest'
import { bodies } from '../../tools/samples/rest.ts'
import { createDatabase, newestShape } from '../support/database.ts'
import { newServerHome, startServerForTest } from '../support/server-home.ts'
import type { Environment } from '../support/server-process.ts'
import { runHere, startServerHere } from '../support/shell.ts'

/** Orders a verification over REST on a production server with these settings. */
async function orderInProduction(start: typeof startServerHere | typeof startServerForTest, settings: Environment) {
  const home = await newServerHome()
  const environment = {
    SEALANE_HOME: home,
    DATABASE_URL: await createDatabase(newestShape),
    NODE_ENV: 'production',
    ...settings,
  }
  const { url, output } = await start(home, environment)
  await runHere(['organizations', 'create', '--slug', 'a', '--name', 'A'], environment)
  const key = await runHere(['keys', 'create', '--name', 'K', '--organization', 'a'], environment)
  const headers = { 'x-api-key': JSON.parse(key.out).secret, 'content-type': 'application/json' }
  const body = JSON.stringify(bodies({}).orderVerification)
  const reply = await fetch(`${url}/v2/verifications`, { method: 'POST', headers, body })
  return { status: reply.status, body: await reply.text(), output }
}

test('in production the simulator verifies nobody unless an operator has named it', async () => {
  const { status, body } = await orderInProduction(startServerHere, {})
  expect([status, body]).toEqual([422, expect.stringContaining('must turn a provider on first')])
}, 60_000)

test('naming the simulator in production gives a warning, and every verification is marked', async () => {
  const { status, body, output } = await orderInProduction(startServerForTest, { VERIFICATION_PROVIDERS: 'simulator' })
  expect(status).toBe(201)
  expect(JSON.parse(body).verification_details.simulated).toBe(true)
  expect(output()).toContain('turns the simulator on: it verifies nobody')
}, 60_000)

test('an unknown provider stops the start, and the known ones are named', async () => {
  const { code, err } = await runHere(['serve'], { VERIFICATION_PROVIDERS: 'checker' })
  expect([code, err]).toEqual([1, expect.stringContaining('takes simulator or none, not "checker"')])
})
