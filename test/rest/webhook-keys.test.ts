import { expect, onTestFinished, test } from 'vitest'
import { formatId, newId } from '../../src/core/ids.ts'
import { faces } from '../../src/faces.ts'
import { createServer } from '../../src/http/server.ts'
import { testDependencies } from '../support/api.ts'
import { emit, shareDeliveryDatabase, subscribe } from '../support/delivery.ts'
import { startReceiver } from '../support/receiver.ts'
import { verifyAsymmetric } from '../support/verify-asymmetric.ts'

const { newContext, startEngine, database } = shareDeliveryDatabase()

async function serve() {
  const app = await createServer(testDependencies({ database: database() }), faces, { trustedProxies: [] })
  onTestFinished(() => app.close())
  return app
}

const addressOf = (webhook: { id: string }) => `/.well-known/webhook-keys/${formatId('webhook', webhook.id)}`

test('a v1a signature verifies with the public key at the well-known address', async () => {
  const [ctx, app] = [await newContext(), await serve()]
  await using receiver = await startReceiver()
  const webhook = await subscribe(ctx, receiver.url, { asymmetric: true })
  await startEngine()
  await emit(ctx)
  const [request] = await receiver.received(1)
  const reply = await app.inject({ url: addressOf(webhook), headers: { host: 'api.sealane.localhost' } })
  const [key] = reply.json().keys
  expect(request && verifyAsymmetric(key, request)).toBe(true)
  expect(request && verifyAsymmetric(key, { ...request, body: Buffer.from('{}') })).toBe(false)
})

test('a key set may be cached for five minutes and has an ETag', async () => {
  const [ctx, app] = [await newContext(), await serve()]
  const url = addressOf(await subscribe(ctx, 'http://127.0.0.1:9/', { asymmetric: true }))
  const { headers } = await app.inject({ url })
  expect(headers).toMatchObject({
    'content-type': expect.stringMatching(/^application\/jwk-set\+json/),
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
  })
  const again = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('a webhook without v1a has an empty key set, and an unknown webhook is not found', async () => {
  const [ctx, app] = [await newContext(), await serve()]
  expect((await app.inject(addressOf(await subscribe(ctx, 'http://127.0.0.1:9/')))).json()).toEqual({ keys: [] })
  for (const url of [addressOf({ id: newId() }), '/.well-known/webhook-keys/x']) {
    const reply = await app.inject(url)
    expect([reply.statusCode, reply.json().error]).toEqual([404, 4102])
  }
})

test('one address may fetch keys 600 times a minute', async () => {
  const [ctx, app] = [await newContext(), await serve()]
  const url = addressOf(await subscribe(ctx, 'http://127.0.0.1:9/', { asymmetric: true }))
  const statuses = new Set<number>()
  for (let asked = 0; asked < 600; asked++) statuses.add((await app.inject(url)).statusCode)
  const refused = await app.inject(url)
  expect([...statuses, refused.statusCode]).toEqual([200, 429])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await app.inject({ url, remoteAddress: '127.0.0.2' })).statusCode).toBe(200)
})
