import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { createOutboundHttp } from '../../src/adapters/outbound-http/index.ts'
import { judge } from '../../src/core/webhooks/outcome.ts'
import { type HostileReceiver, hostileReceivers } from './hostile-receivers.ts'

const deadlineMs = 1_500
const outbound = createOutboundHttp({ development: true, deadlineMs })
afterAll(() => outbound.close())

const receivers = hostileReceivers(deadlineMs)

test.concurrent.each(receivers)('$name: the slot is free by the deadline, and the word is right', async (hostile) => {
  await using receiver = await listen(hostile)
  const start = performance.now()
  const result = await post(outbound, `${hostile.scheme ?? 'http'}://127.0.0.1:${receiver.port}/`)
  expect(performance.now() - start).toBeLessThan(deadlineMs + 2_500)
  const verdict = judge(result, 1, new Date())
  expect(hostile.words).toContain(verdict.outcome)
  expect(verdict.responseExcerpt?.length ?? 0).toBeLessThanOrEqual(16 * 1_024)
})

test('at least 40 hostile receivers are tried', () => {
  expect(receivers.length).toBeGreaterThanOrEqual(40)
})

test('a name that resolves to a private address at the second attempt gets no packet there', async () => {
  const answers = [['93.184.215.14'], ['127.0.0.1'], ['93.184.215.14', '127.0.0.1']]
  const production = createOutboundHttp({ deadlineMs, resolve: async () => answers.shift() ?? [] })
  await using receiver = await listen({ name: '', answer: () => {}, atOnce: true, words: [] })
  const url = 'https://rebind.example:8443/'
  expect(await production.judgeDestination(url)).toBeNull()
  for (const _ of [1, 2]) expect(await post(production, url)).toMatchObject({ word: 'refused_address' })
  expect(receiver.connections).toBe(0)
})

test('a connection goes to the judged address, whatever the system would resolve', async () => {
  await using receiver = await listen({ name: '', answer: (s) => void s.end('HTTP/1.1 204 x\r\n\r\n'), words: [] })
  const pinned = createOutboundHttp({ development: true, resolve: async () => ['127.0.0.1'] })
  expect(await post(pinned, `http://nowhere.invalid:${receiver.port}/`)).toMatchObject({ kind: 'answer', status: 204 })
  await pinned.close()
})

test('a stalled look-up ends at the deadline', async () => {
  const stalled = createOutboundHttp({ deadlineMs: 100, resolve: () => new Promise(() => {}) })
  expect(await post(stalled, 'https://stall.example/')).toMatchObject({ word: 'timeout' })
})

test('a receiver that is not running gives a refused connection', async () => {
  const receiver = await listen({ name: '', answer: () => {}, words: [] })
  await receiver[Symbol.asyncDispose]()
  expect(await post(outbound, `http://127.0.0.1:${receiver.port}/`)).toMatchObject({ word: 'connection_refused' })
})

function post(http: typeof outbound, url: string) {
  const body = Buffer.from('{}')
  return http.send({ url, headers: { 'content-type': 'application/json' }, body, signal: new AbortController().signal })
}

async function listen(hostile: HostileReceiver) {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    if (hostile.atOnce) hostile.answer(socket)
    else socket.once('data', () => hostile.answer(socket))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return sockets.size
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
