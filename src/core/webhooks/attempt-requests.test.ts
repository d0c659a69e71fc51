import { expect, test } from 'vitest'
import { attemptsOf, emit, eventsOf, shareDeliveryDatabase, subscribe } from '../../../test/support/delivery.ts'
import { startReceiver } from '../../../test/support/receiver.ts'
import { withRequests } from './attempt-requests.ts'
import { hidden, keepAnswerHeaders } from './sent.ts'

const { newContext, startEngine } = shareDeliveryDatabase()

test('an attempt shows the sent headers and body without secrets, and the headers of the answer', async () => {
  const ctx = await newContext()
  await using receiver = await startReceiver((_, response) =>
    response.writeHead(200, { 'x-trace': 'abc', 'set-cookie': 'id=1' }).end(),
  )
  const webhook = await subscribe(ctx, receiver.url, { connection: { headers: { 'X-Token': 'secret' } } })
  await startEngine()
  const eventId = await emit(ctx, { n: 1 })
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'delivered' }])
  const [request] = await receiver.received(1)
  const [attempt] = await withRequests(ctx, await attemptsOf(ctx, webhook.id, eventId))
  const { 'x-token': token, ...rest } = attempt?.requestHeaders ?? {}
  expect([token, attempt?.requestBody]).toEqual([hidden, request?.text])
  expect(request?.headers).toMatchObject(rest)
  expect(Object.keys(rest)).toContain('webhook-signature')
  expect(attempt?.answerHeaders).toMatchObject({ 'x-trace': 'abc', 'set-cookie': hidden })
})

test('very long headers of an answer are shortened', () => {
  const kept = keepAnswerHeaders({
    first: 'a'.repeat(9_000),
    ...Object.fromEntries([...Array(50).keys()].map((n) => [`h${n}`, 'b'.repeat(200)])),
  })
  expect(JSON.stringify(kept).length).toBeLessThan(2_500)
})
