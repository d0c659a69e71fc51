import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { newCertificate } from '../../test/support/certificate.ts'
import { attemptsOf, emit, eventsOf, shareDeliveryDatabase, subscribe } from '../../test/support/delivery.ts'
import { type Answer, startReceiver } from '../../test/support/receiver.ts'

const { newContext, startEngine } = shareDeliveryDatabase()
const [server, client, stranger] = [newCertificate(), newCertificate(), newCertificate()]
setDefaultCACertificates([...getCACertificates('default'), server.cert.toString()])

const pem = (pair: typeof client) => ({ certificate: pair.cert.toString(), privateKey: pair.key.toString() })

/** A receiver that accepts only the given client certificate. It records the fingerprints that it has seen. */
async function startStrictReceiver() {
  const seen: string[] = []
  const https = createServer({ ...server, ca: client.cert, requestCert: true, rejectUnauthorized: true })
  https.on('request', (request, response) => {
    seen.push((request.socket as TLSSocket).getPeerCertificate().fingerprint256)
    response.end('ok')
  })
  await once(https.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void https.close())
  return { url: `https://localhost:${(https.address() as AddressInfo).port}/`, seen }
}

test('a receiver that asks for a client certificate gets the one of the webhook', async () => {
  const ctx = await newContext()
  const receiver = await startStrictReceiver()
  const webhook = await subscribe(ctx, receiver.url, { connection: { clientCertificate: pem(client) } })
  await startEngine()
  await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'delivered', attempts: 1 }])
  expect(receiver.seen).toHaveLength(1)
})

test.each([
  ['no certificate', {}],
  ['the certificate of somebody else', { connection: { clientCertificate: pem(stranger) } }],
])('a receiver that wants a client certificate refuses %s, and gets nothing', async (_, input) => {
  const ctx = await newContext()
  const receiver = await startStrictReceiver()
  const webhook = await subscribe(ctx, receiver.url, input)
  await startEngine({ waits: [] })
  const eventId = await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'failed' }])
  const [attempt] = await attemptsOf(ctx, webhook.id, eventId)
  // This receiver hangs up without a TLS alert. A receiver that sends the alert gives "tls".
  expect(['tls', 'connection_reset']).toContain(attempt?.outcome)
  expect(receiver.seen).toEqual([])
})

/** A webhook whose tokens come from a live endpoint: t1, t2, … */
async function subscribeWithTokens(answer: Answer, tokenAnswer: (count: number) => string) {
  const ctx = await newContext()
  const receiver = await startReceiver(answer)
  const issuer = await startReceiver((_, response, count) => response.end(tokenAnswer(count)))
  for (const one of [receiver, issuer]) onTestFinished(() => one[Symbol.asyncDispose]())
  const oauth = { tokenUrl: issuer.url, clientId: 'me', clientSecret: 'shh' }
  const webhook = await subscribe(ctx, receiver.url, { maxConcurrency: 1, connection: { oauth } })
  const bearers = () => receiver.requests.map((request) => request.headers.authorization)
  return { ctx, receiver, issuer, webhook, bearers }
}

test('a token that is about to expire is replaced before its next use', async () => {
  const short = (count: number) => JSON.stringify({ access_token: `t${count}`, expires_in: 30 })
  const { ctx, receiver, bearers } = await subscribeWithTokens((_, response) => response.end(), short)
  await startEngine()
  await emit(ctx)
  await receiver.received(1)
  await emit(ctx)
  await receiver.received(2)
  expect(bearers()).toEqual(['Bearer t1', 'Bearer t2'])
})

test('a token that the receiver refuses (401) is fetched again, and the retry carries the new one', async () => {
  const answer: Answer = ({ headers }, response) =>
    response.writeHead(headers.authorization === 'Bearer t1' ? 401 : 200).end()
  const long = (count: number) => JSON.stringify({ access_token: `t${count}`, expires_in: 3_600 })
  const { ctx, issuer, webhook, bearers } = await subscribeWithTokens(answer, long)
  await startEngine({ waits: [1] })
  await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'delivered', attempts: 2 }])
  expect(bearers()).toEqual(['Bearer t1', 'Bearer t2'])
  expect(issuer.requests).toHaveLength(2)
})

test('without a token nothing is sent to the receiver, and the attempt has the reason', async () => {
  const { ctx, receiver, webhook } = await subscribeWithTokens(
    (_, response) => response.end(),
    () => '{}',
  )
  await startEngine({ waits: [] })
  const eventId = await emit(ctx)
  await expect.poll(() => eventsOf(ctx, webhook)).toMatchObject([{ state: 'failed' }])
  expect(await attemptsOf(ctx, webhook.id, eventId)).toMatchObject([{ outcome: 'oauth' }])
  expect(receiver.requests).toEqual([])
})
