import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { parseId } from '../../src/core/ids.ts'
import { newClient } from '../support/jsonapi.ts'
import { database } from '../support/organization.ts'

async function newWebhook(client: Awaited<ReturnType<typeof newClient>>) {
  const attributes = { destinationUrl: 'http://127.0.0.1:9/hook' }
  const { body } = await client.call('POST', '/webhooks', { body: { data: { type: 'webhooks', attributes } } })
  return body.data
}

const healthy = { failingSince: null, consecutiveFailures: 0, lastError: null, restsUntil: null, waiting: 0 }

test('a new webhook is healthy', async () => {
  expect((await newWebhook(await newClient())).attributes).toMatchObject({ ...healthy, lastSuccessAt: null })
})

test('a failing webhook shows since when, the last error, its pause, and the number of waiting deliveries', async () => {
  const client = await newClient()
  const { id } = await newWebhook(client)
  const [since, until] = ['2026-03-01T12:00:00.000Z', new Date(Date.now() + 60_000).toISOString()]
  await sql`update webhook_lanes set failing_since = ${since}, consecutive_failures = 6, last_error = '{"code": "status", "params": {"status": 500}}',
    open_until = ${until} where webhook_id = ${parseId('webhook', id)}`.execute(database.system)
  const relationships = { webhook: { data: { type: 'webhooks', id } } }
  for (const _ of [1, 2])
    await client.call('POST', '/webhook-events', { body: { data: { type: 'webhook-events', relationships } } })
  const told = {
    failingSince: since,
    consecutiveFailures: 6,
    lastError: 'The receiver answered 500; only 2xx is success.',
    restsUntil: until,
    waiting: 2,
  }
  expect((await client.get(`/webhooks/${id}`)).body.data.attributes).toMatchObject(told)
})

test('an ended pause is not shown', async () => {
  const client = await newClient()
  const { id } = await newWebhook(client)
  await sql`update webhook_lanes set open_until = now() - interval '1 second' where webhook_id = ${parseId('webhook', id)}`.execute(
    database.system,
  )
  expect((await client.get('/webhooks')).body.data[0].attributes).toMatchObject(healthy)
})
