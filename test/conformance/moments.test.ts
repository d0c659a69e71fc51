import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { createApiKey } from '../../src/core/accounts/index.ts'
import { createWebhook } from '../../src/core/webhooks/index.ts'
import { type Client, newClient } from '../support/jsonapi.ts'
import { database } from '../support/organization.ts'

let client: Client
let key: string

// Two webhooks that were created a microsecond apart. Our clock has milliseconds, the database has microseconds.
beforeAll(async () => {
  client = await newClient()
  key = (await createApiKey(client.ctx, { name: 'Key', apiVersion: '2.2', role: 'admin' })).secret
  for (const micro of [1, 2]) {
    const { id } = await createWebhook(client.ctx, { destinationUrl: `https://${micro}.example` }, async () => null)
    const at = `2026-03-01T12:00:00.00000${micro}Z`
    await sql`update webhooks set created_at = ${at}, updated_at = ${at} where id = ${id}`.execute(database.system)
  }
})

async function countIn(range: string): Promise<[rest: number, jsonapi: number]> {
  const headers = { 'x-api-key': key }
  const rest = await client.app.inject({ url: `/v2/webhooks?created_at=${range}`, headers })
  const jsonapi = await client.get(`/webhooks?filter[createdAt]=${range}`)
  return [rest.json().total, Number(jsonapi.body.meta.total)]
}

test.each([
  ['2026-03-01T12:00:00.000001Z', 1],
  ['2026-03-01T12:00:00.000003Z', 0],
  ['2026-03-01T12:00:00.000Z', 2],
  ['2026-03-01T12:00:00.000002Z..', 1],
  ['..2026-03-01T12:00:00.000002Z', 1],
  ['2026-03-01T12:00:00.000001Z..2026-03-01T12:00:00.000003Z', 2],
  ['2026-03-01T13:00:00.000001%2B01:00..2026-03-01T13:00:00.000002%2B01:00', 1],
])('both dialects distinguish times a microsecond apart: %s', async (range, count) => {
  expect(await countIn(range)).toEqual([count, count])
})
