import { Webhook as Verifier } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { database, newContext, vault } from '../../test/support/organization.ts'
import { startReceiver } from '../../test/support/receiver.ts'
import { createOutboundHttp } from '../adapters/outbound-http/index.ts'
import type { Context } from '../core/context.ts'
import { recordEvent } from '../core/events.ts'
import { newId } from '../core/ids.ts'
import { createDeliveryRules, createWebhook, listAttempts, listWebhookEvents } from '../core/webhooks/index.ts'
import { transaction } from '../db/index.ts'
import { startDelivery } from './index.ts'

const outbound = createOutboundHttp({ development: true })
const rules = createDeliveryRules({ vault, send: outbound.send })
const log = { info() {}, error: (fields: object) => console.error(fields) }

async function emit(ctx: Context, data: Record<string, unknown> = {}) {
  return transaction(ctx, (inner) => recordEvent(inner, 'verification', { type: 'verification', id: newId() }, data))
}

test('an event reaches the receiver, signed, and its delivery is closed with one attempt', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const webhook = await createWebhook(ctx, { destinationUrl: receiver.url }, outbound.judgeDestination)
  await using _engine = await startEngine()
  const eventId = await emit(ctx, { hello: 'wörld' })
  const [request] = await receiver.received(1)
  const body = new Verifier(webhook.secret).verify(request?.text ?? '', request?.headers ?? {}, {
    tolerance: 1e12,
  } as never)
  expect(body).toEqual({ type: 'verification', timestamp: ctx.now.toISOString(), data: { hello: 'wörld' } })
  await expect
    .poll(async () => (await listWebhookEvents(ctx, webhook.id, { page: { number: 1, size: 5 } })).items)
    .toMatchObject([{ eventId, state: 'delivered', attempts: 1, sequence: 1 }])
  expect(await listAttempts(ctx, webhook.id, eventId)).toMatchObject([
    { number: 1, outcome: 'delivered', httpStatus: 200 },
  ])
})

async function startEngine() {
  const engine = await startDelivery({ database, rules, log })
  return { [Symbol.asyncDispose]: () => engine.stop() }
}
