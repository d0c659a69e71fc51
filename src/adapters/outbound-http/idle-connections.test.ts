import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createOutboundHttp } from './index.ts'

const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'
type Serve = (socket: Socket, request: number) => void

/** A receiver of raw sockets; `serve` gets the number of the request on its connection. */
async function startRaw(serve: Serve, host = '127.0.0.1') {
  const seen = { connections: 0, requests: 0 }
  const server = createServer((socket) => {
    seen.connections += 1
    let count = 0
    socket.on('error', () => {})
    socket.on('data', (part) => {
      // The head may come before the body.
      if (!part.toString().endsWith('{}')) return
      seen.requests += 1
      count += 1
      serve(socket, count)
    })
  })
  await once(server.listen(0, host), 'listening')
  onTestFinished(() => void server.close())
  const outbound = createOutboundHttp({ development: true, connectionsPerOrigin: 1 })
  onTestFinished(() => outbound.close())
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`
  const post = () => outbound.send({ url, headers: {}, body: Buffer.from('{}'), signal: new AbortController().signal })
  return { seen, post }
}

test.each([
  ['closes', (socket: Socket) => socket.end()],
  ['resets', (socket: Socket) => socket.resetAndDestroy()],
])('a POST on a kept connection that the receiver %s is sent again at once on a fresh one', async (_, end) => {
  const { seen, post } = await startRaw((socket, request) => void (request === 1 ? socket.write(ok) : end(socket)))
  expect([await post(), await post()]).toMatchObject([{ status: 200 }, { status: 200 }])
  expect(seen).toEqual({ connections: 2, requests: 3 })
})

test('a POST on a fresh connection that is cut fails after one sending', async () => {
  const { seen, post } = await startRaw((socket) => void socket.resetAndDestroy())
  expect(await post()).toMatchObject({ kind: 'failure', word: 'connection_reset' })
  expect(seen).toEqual({ connections: 1, requests: 1 })
})

test('a POST with a partial answer is not sent again', async () => {
  const part = 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok'
  const { seen, post } = await startRaw((socket, request) => void (request === 1 ? socket.write(ok) : socket.end(part)))
  expect([await post(), await post()]).toMatchObject([{ status: 200 }, { kind: 'failure' }])
  expect(seen).toEqual({ connections: 1, requests: 2 })
})

test.each(['127.0.0.1', '::1'])(
  'a receiver on localhost that listens only on %s is reached in development',
  async (host) => {
    const { post } = await startRaw((socket) => void socket.write(ok), host)
    expect(await post()).toMatchObject({ status: 200 })
  },
)
