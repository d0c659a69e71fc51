import { expect, test } from 'vitest'
import { shareDeliveryDatabase } from '../support/delivery.ts'
import { newServerHome } from '../support/server-home.ts'
import { startServerHere } from '../support/shell.ts'

const { database } = shareDeliveryDatabase()
const key = { SEALANE_MASTER_KEY: '07'.repeat(32) }

test('a worker without HTTP shows its metrics at METRICS_PORT to a client with the token', async () => {
  const environment = {
    ...key,
    DATABASE_URL: database().url,
    METRICS_PORT: '0',
    METRICS_TOKEN: 's3cret',
    HOST: '127.0.0.1',
  }
  const worker = await startServerHere(await newServerHome(), environment, ['--only', 'worker'])
  const url = /Metrics +(\S+)/.exec(worker.output())?.[1] ?? ''
  expect((await fetch(url)).status).toBe(401)
  const reply = await fetch(url, { headers: { authorization: 'Bearer s3cret' } })
  expect(await reply.text()).toMatch(/^sealane_delivery_queue_depth\{state="due"\} 0$/m)
  expect((await fetch(new URL('/', url))).status).toBe(404)
  expect(await worker.end()).toBe(0)
})

test('a server shows its metrics at its own port to this machine', async () => {
  const server = await startServerHere(await newServerHome(), { ...key, DATABASE_URL: database().url })
  await fetch(`${server.url}/health`)
  const text = await (await fetch(`${server.url}/metrics`)).text()
  expect(text).toContain('sealane_http_requests_total{face="/",method="GET",route="/health",status="200"} 1')
  expect(text).toMatch(/^sealane_pg_pool_connections\{pool="tenant",state="idle"\} \d/m)
})
