import { expect, test } from 'vitest'
import { database, newContext } from '../../../test/support/organization.ts'
import { renderEvent } from '../../http/rest/webhooks/render-event.ts'
import type { Context } from '../context.ts'
import { type EventType, eventTypes } from '../events.ts'
import { formatId, type Id } from '../ids.ts'
import { only } from '../lists/index.ts'
import { reviewHealth } from './health.ts'
import { createWebhook, listDeliveries, listEvents } from './index.ts'

const page = { number: 1, size: 10 }
const hourMs = 3_600_000

async function newWebhook(ctx: Context, types?: EventType[]): Promise<Id> {
  const input = { destinationUrl: 'https://a.example/', ...(types && { eventTypes: types }) }
  return (await createWebhook(ctx, input, async () => null)).id
}

/** Makes webhooks fail since a time, and reviews their health `hours` later. */
async function reviewAfter(ctx: Context, ids: Id[], hours: number): Promise<void> {
  await database.system
    .updateTable('webhook_lanes')
    .set({ failing_since: ctx.now, consecutive_failures: 7 })
    .where('webhook_id', 'in', ids)
    .execute()
  await reviewHealth(database.system, new Date(ctx.now.getTime() + hours * hourMs))
}

async function heard(ctx: Context, webhookId: Id): Promise<string[]> {
  const { items } = await listDeliveries(ctx, { page, filters: [only('webhookId', webhookId)] })
  return items.map(({ type }) => type).reverse()
}

test('another webhook that subscribes to them gets one event when a webhook fails and one when it is disabled', async () => {
  const ctx = await newContext()
  const [failing, watching, old] = [
    await newWebhook(ctx),
    await newWebhook(ctx, [...eventTypes]),
    await newWebhook(ctx),
  ]
  for (const hours of [1, 2, 97, 121, 122]) await reviewAfter(ctx, [failing], hours)
  expect(await heard(ctx, watching)).toEqual(['webhook.failing', 'webhook.disabled'])
  expect([await heard(ctx, old), await heard(ctx, failing)]).toEqual([[], []])
})

test('a webhook gets no event about itself, so two that fail together get one about each other', async () => {
  const ctx = await newContext()
  const both = [await newWebhook(ctx, [...eventTypes]), await newWebhook(ctx, [...eventTypes])]
  for (const hours of [1, 2, 3]) await reviewAfter(ctx, both, hours)
  for (const id of both) expect(await heard(ctx, id)).toEqual(['webhook.failing'])
})

test('a health event has the webhook, the start of its failures and whether it is disabled, as ids and states', async () => {
  const ctx = await newContext()
  const failing = await newWebhook(ctx)
  for (const hours of [1, 121]) await reviewAfter(ctx, [failing], hours)
  const { items } = await listEvents(ctx, { page })
  const [disabled] = items.map((event) => JSON.parse(renderEvent(event, { apiVersion: '2.2' }).toString()))
  expect(disabled).toMatchObject({
    type: 'webhook.disabled',
    timestamp: new Date(ctx.now.getTime() + 121 * hourMs).toISOString(),
  })
  expect(disabled.data).toEqual({
    webhook_id: formatId('webhook', failing),
    service_status: false,
    failing_since: ctx.now.getTime(),
    consecutive_failures: 7,
    disabled_at: ctx.now.getTime() + 121 * hourMs,
    disabled_reason: 'failing',
  })
})

test('a health event follows a webhook that 410 disabled, and not one that a person disabled', async () => {
  const ctx = await newContext()
  const [gone, off, watching] = [
    await newWebhook(ctx),
    await newWebhook(ctx),
    await newWebhook(ctx, ['webhook.disabled']),
  ]
  for (const [id, reason] of [
    [gone, 'gone'],
    [off, 'user'],
  ] as const) {
    const ended = { service_status: false, disabled_at: ctx.now, disabled_reason: reason }
    await database.system.updateTable('webhooks').set(ended).where('id', '=', id).execute()
  }
  await reviewAfter(ctx, [gone, off], 1)
  const { items } = await listDeliveries(ctx, { page, filters: [only('webhookId', watching)] })
  expect(items.map(({ data }) => [data.webhookId, data.disabledReason])).toEqual([[gone, 'gone']])
})
