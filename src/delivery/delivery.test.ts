import { Webhook as Judge } from 'standardwebhooks'
import { Webhook as SvixJudge } from 'svix'
import { expect, test } from 'vitest'
import { attemptsOf, emit, eventsOf, shareDeliveryDatabase, subscribe } from '../../test/support/delivery.ts'
import { startReceiver } from '../../test/support/receiver.ts'
import { formatId } from '../core/ids.ts'
import { redeliverEvent, rotateSecret, sendTestEvent, updateWebhook } from '../core/webhooks/index.ts'

const { newContext, startEngine } = shareDeliveryDatabase()
const anyUrl = async () => null

test('an event arrives with a body and a signature that standardwebhooks and svix accept', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const { secret, id } = await subscribe(ctx, receiver.url)
  await startEngine()
  const eventId = await emit(ctx, { hello: 'wörld' })
  const [request] = await receiver.received(1)
  const expected = { type: 'verification', timestamp: ctx.now.toISOString(), data: { hello: 'wörld' } }
  expect(new Judge(secret).verify(request?.text ?? '', request?.headers ?? {})).toEqual(expected)
  new SvixJudge(secret).verify(request?.body ?? '', request?.headers ?? {})
  const named = { 'webhook-id': formatId('event', eventId), 'webhook-endpoint-id': formatId('webhook', id) }
  expect(request?.headers).toMatchObject({ ...named, 'webhook-sequence': '1' })
})

test('a successful delivery is closed, with its attempt', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver((_, response) => response.writeHead(201).end('thanks'))
  const webhook = await subscribe(ctx, receiver.url)
  await startEngine()
  const eventId = await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ eventId, state: 'delivered', attempts: 1 }])
  const [attempt] = await attemptsOf(ctx, webhook.id, eventId)
  expect(attempt).toMatchObject({ number: 1, outcome: 'delivered', httpStatus: 201, error: null })
  expect(attempt?.responseExcerpt).toBe('thanks')
})

test('a retry sends the same id and the same bytes with a new timestamp and signature', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver((_, response, count) => response.writeHead(count < 2 ? 500 : 200).end())
  const { secret } = await subscribe(ctx, receiver.url)
  const clock = [1, 2, 3, 4].map((second) => new Date(Date.now() + second * 2_000))
  await startEngine({ waits: [1], now: () => clock.shift() ?? new Date() })
  await emit(ctx, { n: 1 })
  const [first, second] = await receiver.received(2)
  expect(second?.body).toEqual(first?.body)
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp'])
  expect(new Judge(secret).verify(second?.text ?? '', second?.headers ?? {})).toBeTruthy()
})

test('a delivery fails after its last retry, and can be redelivered', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver((_, response, count) => response.writeHead(count < 4 ? 500 : 200).end())
  const webhook = await subscribe(ctx, receiver.url)
  await startEngine({ waits: [1, 1] })
  const eventId = await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'failed', attempts: 3, sequence: 1 }])
  await redeliverEvent(ctx, webhook.id, eventId)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'delivered', attempts: 4, sequence: 1 }])
})

test('410 Gone disables the webhook, and later events are held', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver((_, response) => response.writeHead(410).end())
  const webhook = await subscribe(ctx, receiver.url)
  await startEngine()
  await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'failed' }])
  await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'failed' }, { state: 'held', sequence: 2 }])
  expect(receiver.requests).toHaveLength(1)
})

test('a redirect is a failure and is not followed', async () => {
  const ctx = await newContext()
  await using target = await startReceiver()
  await using receiver = await startReceiver((_, response) => response.writeHead(307, { location: target.url }).end())
  const webhook = await subscribe(ctx, receiver.url)
  await startEngine({ waits: [] })
  const eventId = await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'failed' }])
  expect(await attemptsOf(ctx, webhook.id, eventId)).toMatchObject([{ outcome: 'http_status', httpStatus: 307 }])
  expect(target.requests).toEqual([])
})

test('both secrets sign while a rotation overlaps', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const old = await subscribe(ctx, receiver.url)
  const { secret } = await rotateSecret(ctx, old.id, 1)
  await startEngine()
  await emit(ctx)
  const [request] = await receiver.received(1)
  expect(request?.headers['webhook-signature']?.split(' ')).toHaveLength(2)
  for (const key of [old.secret, secret]) new Judge(key).verify(request?.text ?? '', request?.headers ?? {})
})

test('after the overlap of a rotation only the new secret signs', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const { id } = await subscribe(ctx, receiver.url)
  await rotateSecret(ctx, id, 0)
  await startEngine()
  await emit(ctx)
  const [request] = await receiver.received(1)
  expect(request?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
})

test('a webhook with a new URL gets earlier events there', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const webhook = await subscribe(ctx, 'http://127.0.0.1:9/gone')
  await emit(ctx)
  await updateWebhook(ctx, webhook.id, { destinationUrl: receiver.url }, anyUrl)
  await startEngine()
  expect(await receiver.received(1)).toHaveLength(1)
})

test('a test event reaches only one webhook and is marked as a test', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver()
  const [webhook, other] = [await subscribe(ctx, receiver.url), await subscribe(ctx, receiver.url)]
  await startEngine()
  await sendTestEvent(ctx, webhook.id, 'agreement.completed')
  const [request] = await receiver.received(1)
  expect(request?.headers['webhook-test']).toBe('true')
  expect(JSON.parse(request?.text ?? '')).toMatchObject({ type: 'agreement.completed', data: { test: true } })
  expect(await eventsOf(ctx, other)).toEqual([])
})
