import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { emit, eventsOf, shareDeliveryDatabase, subscribe } from '../../test/support/delivery.ts'
import { startReceiver } from '../../test/support/receiver.ts'
import { newId } from '../core/ids.ts'
import { only } from '../core/lists/index.ts'
import { listDeliveries, redeliverEvent } from '../core/webhooks/index.ts'

const { newContext, startEngine, database } = shareDeliveryDatabase()
const times = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('sequence numbers have no gaps and no repetitions, however many events are recorded at once', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const webhook = await subscribe(ctx, receiver.url)
  await Promise.all([startEngine(), startEngine(), startEngine()])
  await Promise.all(times(100).map(() => emit(ctx)))
  await receiver.received(100)
  const { items } = await listDeliveries(ctx, {
    page: { number: 1, size: 200 },
    filters: [only('webhookId', webhook.id)],
    sorts: [{ field: 'sequence', direction: 'asc' }],
  })
  expect(items.map((item) => item.sequence)).toEqual(times(100))
  expect(new Set(receiver.requests.map((request) => request.headers['webhook-sequence'])).size).toBe(100)
})

test('all workers together keep to the concurrency of a webhook', async () => {
  const ctx = await newContext()
  let [open, most] = [0, 0]
  await using receiver = await startReceiver((_, response) => {
    most = Math.max(most, ++open)
    setTimeout(() => response.end(() => open--), 20)
  })
  await subscribe(ctx, receiver.url, { maxConcurrency: 3 })
  await Promise.all(times(40).map(() => emit(ctx)))
  await Promise.all([startEngine(), startEngine()])
  await receiver.received(40)
  expect(most).toBe(3)
})

test('a receiver that never answers does not delay others', async () => {
  const ctx = await newContext()
  await using tarpit = await startReceiver(() => {})
  await using receiver = await startReceiver()
  await subscribe(ctx, tarpit.url, { maxConcurrency: 4 })
  await subscribe(ctx, receiver.url)
  await startEngine({ concurrency: 8, deadlineMs: 3_000 })
  await Promise.all(times(50).map(() => emit(ctx)))
  await receiver.received(50)
  expect(tarpit.requests).toHaveLength(4)
})

test('the circuit of a webhook opens after five failures, and a successful probe closes it', async () => {
  const ctx = await newContext()
  let broken = true
  await using receiver = await startReceiver((_, response) => response.writeHead(broken ? 500 : 200).end())
  const webhook = await subscribe(ctx, receiver.url, { maxConcurrency: 1 })
  await startEngine({ waits: [60_000] })
  for (const _ of times(8)) await emit(ctx)
  await receiver.received(5)
  await expect.poll(() => laneOf(webhook.id)).toMatchObject({ consecutive_failures: 5, trips: 1 })
  broken = false
  await sql`update webhook_lanes set open_until = now() where webhook_id = ${webhook.id}`.execute(database().system)
  await receiver.received(8)
  await expect.poll(() => laneOf(webhook.id)).toMatchObject({ consecutive_failures: 0, trips: 0, open_until: null })
  await expect
    .poll(async () => (await eventsOf(ctx, webhook)).filter((event) => event.state === 'delivered'))
    .toHaveLength(3)
})

test('retry-After pauses the whole webhook', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver((_, response) => response.writeHead(429, { 'retry-after': '600' }).end())
  const webhook = await subscribe(ctx, receiver.url, { maxConcurrency: 1 })
  await startEngine()
  await emit(ctx)
  await expect.poll(async () => (await laneOf(webhook.id))?.open_until?.getTime()).toBeGreaterThan(Date.now() + 590_000)
  await emit(ctx)
  await expect.poll(async () => (await eventsOf(ctx, webhook))[1]?.sequence).toBe(2)
  expect(receiver.requests).toHaveLength(1)
})

test('a webhook gets no more requests in a second than its rate', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  await subscribe(ctx, receiver.url, { maxPerSecond: 5 })
  await Promise.all(times(16).map(() => emit(ctx)))
  await startEngine()
  const requests = await receiver.received(16)
  expect((requests[15]?.at ?? 0) - (requests[0]?.at ?? 0)).toBeGreaterThan(1_500)
})

test('an ordered webhook gets the events of one agreement in order, also through retries', async () => {
  const ctx = await newContext()
  const agreementId = newId()
  await using receiver = await startReceiver((_, response, count) => response.writeHead(count % 3 ? 500 : 200).end())
  await subscribe(ctx, receiver.url, { ordered: true })
  for (const n of times(5)) await emit(ctx, { agreementId, n })
  await Promise.all([startEngine({ waits: times(9) }), startEngine({ waits: times(9) })])
  const requests = await receiver.received(15)
  const heard = requests.map((request) => JSON.parse(request.text).data.n)
  expect(heard).toEqual(times(5).flatMap((n) => [n, n, n]))
})

test('a failing delivery of one agreement does not delay other agreements of an ordered webhook', async () => {
  const ctx = await newContext()
  const [stuck, free] = [newId(), newId()]
  await using receiver = await startReceiver((request, response) =>
    response.writeHead(request.text.includes(stuck) ? 500 : 200).end(),
  )
  const webhook = await subscribe(ctx, receiver.url, { ordered: true })
  await startEngine()
  for (const agreementId of [stuck, stuck, free, free]) await emit(ctx, { agreementId })
  await expect
    .poll(async () => (await eventsOf(ctx, webhook)).map((event) => event.state).sort())
    .toEqual(['delivered', 'delivered', 'pending', 'pending'])
  expect(receiver.requests.filter((request) => request.text.includes(free))).toHaveLength(2)
})

test('a redelivery goes before the deliveries that wait behind it', async () => {
  const ctx = await newContext()
  const agreementId = newId()
  await using receiver = await startReceiver()
  const webhook = await subscribe(ctx, receiver.url, { ordered: true })
  const engine = await startEngine()
  const first = await emit(ctx, { agreementId, n: 1 })
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'delivered' }])
  await engine.stop()
  await emit(ctx, { agreementId, n: 2 })
  await redeliverEvent(ctx, webhook.id, first)
  await startEngine()
  const requests = await receiver.received(3)
  expect(requests.map((request) => JSON.parse(request.text).data.n)).toEqual([1, 1, 2])
})

function laneOf(webhookId: string) {
  return database()
    .system.selectFrom('webhook_lanes')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst()
}
