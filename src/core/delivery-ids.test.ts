import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { database } from '../../test/support/organization.ts'
import { attemptIdOf, deliveryIdOf } from './delivery-ids.ts'
import { newId, timeOfId } from './ids.ts'

const anyId = fc
  .date({ min: new Date(0), max: new Date(9_999, 0), noInvalidDate: true })
  .map((at) => newId(at.getTime()))

test('the database and the code compute the same ids of deliveries and attempts', async () => {
  const samples = fc.sample(fc.tuple(anyId, anyId, fc.integer({ min: 1, max: 999_999_999 })), 50)
  const [events, webhooks, numbers] = [0, 1, 2].map((at) => samples.map((sample) => sample[at]))
  const { rows } = await sql`
    select delivery_id(e, w) as delivery, attempt_id(e, w, n) as attempt
    from unnest(${events}::uuid[], ${webhooks}::uuid[], ${numbers}::integer[]) as s (e, w, n)`.execute(database.system)
  expect(rows).toEqual(samples.map(([e, w, n]) => ({ delivery: deliveryIdOf(e, w), attempt: attemptIdOf(e, w, n) })))
})

test('ids of deliveries and attempts are UUIDv7 of the time of the event, unique by event, webhook and number', () => {
  const [event, other, webhook, second] = [newId(), newId(), newId(), newId()]
  const ids = [
    deliveryIdOf(event, webhook),
    deliveryIdOf(event, second),
    deliveryIdOf(other, webhook),
    attemptIdOf(event, webhook, 1),
    attemptIdOf(event, webhook, 2),
  ]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(timeOfId(ids[0] ?? '')).toBe(timeOfId(event))
})
