import { once } from 'node:events'
import { connect as connectHttp2 } from 'node:http2'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { test as base } from 'vitest'
import type { Deadlines } from '../../src/http/deadlines.ts'
import { restFace } from '../../src/http/rest/index.ts'
import { createServer } from '../../src/http/server.ts'
import { newApi, testDependencies } from '../support/api.ts'
import { newCertificate } from '../support/certificate.ts'

const deadlines = {
  headersMs: 750,
  requestMs: 3_000,
  graceMs: 500,
  replyMs: 1_000,
  replyBytesPerSecond: 1_000_000,
  idleMs: 750,
  afterReplyMs: 1_000,
  tickMs: 200,
}
/** For tests of what comes after the headers: on a machine that stands still, these go on. */
const patient = { headersMs: 20_000, idleMs: 20_000 }
/** The time in which everything but the limit for a whole request happens, even on a busy machine. */
const soon = { timeout: 20_000 }

type ServerChoices = { over?: Partial<Deadlines>; tls?: { cert: Buffer; key: Buffer } }

type Fixtures = {
  /** Does this when the test ends. */
  later: (undo: () => unknown) => void
  startServer: (choices?: ServerChoices) => Promise<{ app: FastifyInstance; port: number }>
  /** A connection to which a test writes bytes. `text` is everything that came back. */
  watch: (socket: Socket) => { text: string; isClosed: boolean }
}

// The tests wait side by side, because each has its own server and connections.
const { concurrent: test } = base.extend<Fixtures>({
  later: async ({ onTestFinished }, use) => {
    await use((undo) =>
      onTestFinished(async () => {
        await undo()
      }),
    )
  },
  startServer: async ({ later }, use) => {
    await use(async ({ over, tls } = {}) => {
      const options = { trustedProxies: [], deadlines: { ...deadlines, ...over }, ...(tls ? { tls } : {}) }
      const app = await createServer(testDependencies(), [restFace], options)
      app.get('/large', async () => 'x'.repeat(50_000_000))
      await app.listen({ port: 0, host: '127.0.0.1' })
      later(() => app.close())
      const { port } = app.server.address() as { port: number }
      return { app, port }
    })
  },
  watch: async ({ later }, use) => {
    await use((socket) => {
      const seen = { text: '', isClosed: false }
      socket.on('data', (chunk) => {
        seen.text += chunk
      })
      socket
        .on('error', () => {})
        .on('close', () => {
          seen.isClosed = true
        })
      later(() => socket.destroy())
      return seen
    })
  },
})

/** Writes a letter from time to time, until the connection ends. */
async function trickle(socket: Socket, letter = 'x'): Promise<void> {
  while (!socket.destroyed && socket.write(letter)) await setTimeout(100)
}

const post = (key: string, length: number) =>
  `POST /v2/webhooks HTTP/1.1\r\nhost: localhost\r\nx-api-key: ${key}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`

test('a silent connection is ended', async ({ expect, startServer, watch }) => {
  const { port } = await startServer()
  const seen = watch(connect(port, '127.0.0.1'))
  await expect.poll(() => seen.isClosed, soon).toBe(true)
})

test('slow headers are answered with 408, and their connection is ended', async ({ expect, startServer, watch }) => {
  const { port } = await startServer()
  const socket = connect(port, '127.0.0.1')
  const seen = watch(socket)
  socket.write('GET /v2/webhooks HTTP/1.1\r\nhost: localhost\r\nx-slow: ')
  void trickle(socket)
  await expect.poll(() => seen.isClosed, soon).toBe(true)
  expect(seen.text).toMatch(/^HTTP\/1\.1 408 /)
})

test('a slow body is answered with 408 in the form of its face, and its connection is ended', async ({
  expect,
  startServer,
  watch,
}) => {
  const { app, port } = await startServer({ over: patient })
  const { key } = await newApi({ app })
  const socket = connect(port, '127.0.0.1')
  const seen = watch(socket)
  socket.write(post(key, 500_000))
  void trickle(socket)
  await expect.poll(() => seen.isClosed, soon).toBe(true)
  expect(seen.text).toMatch(/^HTTP\/1\.1 408 [\s\S]*"error":\d{4}/)
})

test('an endless body with a sufficient rate is ended by its total time', async ({ expect, startServer, watch }) => {
  const { app, port } = await startServer({ over: { ...patient, requestMs: 1_500 } })
  const { key } = await newApi({ app })
  const socket = connect(port, '127.0.0.1')
  const seen = watch(socket)
  socket.write(post(key, 1_000_000))
  void trickle(socket, 'x'.repeat(1_000))
  await expect.poll(() => seen.isClosed, soon).toBe(true)
})

test('an endless chunked body is ended too', async ({ expect, startServer, watch }) => {
  const { app, port } = await startServer({ over: patient })
  const { key } = await newApi({ app })
  const socket = connect(port, '127.0.0.1')
  const seen = watch(socket)
  socket.write(post(key, 0).replace('content-length: 0', 'transfer-encoding: chunked'))
  void trickle(socket, '1\r\nx\r\n')
  await expect.poll(() => seen.isClosed, soon).toBe(true)
})

test('a client that continues to send after a refusal is cut off', async ({ expect, startServer, watch }) => {
  const { port } = await startServer({ over: patient })
  const socket = connect(port, '127.0.0.1')
  const seen = watch(socket)
  socket.write(post('wrong', 500_000))
  void trickle(socket)
  await expect.poll(() => seen.text, soon).toMatch(/^HTTP\/1\.1 401 /)
  await expect.poll(() => seen.isClosed, soon).toBe(true)
})

test('a client that does not read its reply is cut off', async ({ expect, startServer, watch }) => {
  const { app, port } = await startServer({ over: { ...patient, replyBytesPerSecond: 1_000_000_000 } })
  let isClosed = false
  app.server.once('connection', (socket) => socket.once('close', () => (isClosed = true)))
  const socket = connect(port, '127.0.0.1').pause()
  watch(socket)
  socket.pause().write('GET /large HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await expect.poll(() => isClosed, soon).toBe(true)
})

test('a client that reads a long reply slowly gets all of it', async ({ expect, startServer }) => {
  const { port } = await startServer({ over: patient })
  const reply = await fetch(`http://127.0.0.1:${port}/large`)
  // Longer than a short reply may take.
  await setTimeout(2_000)
  expect((await reply.text()).length).toBe(50_000_000)
})

test('a slow but steady upload is accepted', async ({ expect, startServer, watch }) => {
  // The body takes longer than the grace, and its rate is high enough even if the machine stands still for half a
  // minute.
  const { app, port } = await startServer({ over: { ...patient, bodyBytesPerSecond: 200, requestMs: 60_000 } })
  const { key } = await newApi({ app })
  const socket = connect(port, '127.0.0.1')
  const seen = watch(socket)
  const body = JSON.stringify({ destination_url: 'https://a.example/hook', description: 'x' }).padEnd(8_000)
  socket.write(post(key, body.length))
  for (let at = 0; at < body.length; at += 1_000) {
    await setTimeout(150)
    socket.write(body.slice(at, at + 1_000))
  }
  await expect.poll(() => seen.text, soon).toMatch(/^HTTP\/1\.1 (201|422) /)
})

test('over HTTP/2 a slow body is ended, and the other requests of its session continue', async ({
  expect,
  later,
  startServer,
}) => {
  const { app, port } = await startServer({ over: patient, tls: newCertificate() })
  const { key } = await newApi({ app })
  const session = connectHttp2(`https://127.0.0.1:${port}`, { rejectUnauthorized: false })
  later(() => session.destroy())
  const slow = session.request({
    ':method': 'POST',
    ':path': '/v2/webhooks',
    'x-api-key': key,
    'content-type': 'application/json',
  })
  slow.on('error', () => {})
  const status = once(slow, 'response').then(([headers]) => headers[':status'])
  const writing = setInterval(() => slow.writable && slow.write('x'), 100)
  later(() => clearInterval(writing))
  expect(await status).toBe(408)
  await expect.poll(() => slow.resume().closed, soon).toBe(true)
  const [headers] = await once(session.request({ ':path': '/health' }), 'response')
  expect(headers[':status']).toBe(200)
})

test('an HTTP/2 session without requests is ended, whatever frames it sends', async ({
  expect,
  later,
  startServer,
}) => {
  const { port } = await startServer({ tls: newCertificate() })
  const session = connectHttp2(`https://127.0.0.1:${port}`, { rejectUnauthorized: false })
  session.on('error', () => {})
  const pings = setInterval(() => !session.closed && session.ping(() => {}), 100)
  later(() => clearInterval(pings))
  await expect.poll(() => session.destroyed, soon).toBe(true)
})

test('a stalled TLS handshake is ended', async ({ expect, startServer, watch }) => {
  const { port } = await startServer({ tls: newCertificate() })
  const seen = watch(connect(port, '127.0.0.1'))
  await expect.poll(() => seen.isClosed, soon).toBe(true)
})

test('slow headers of HTTP/1.1 over TLS are ended', async ({ expect, startServer, watch }) => {
  const { port } = await startServer({ tls: newCertificate() })
  const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] })
  const seen = watch(socket)
  socket.write('GET /health HTTP/1.1\r\nx-slow: ')
  void trickle(socket)
  await expect.poll(() => seen.isClosed, soon).toBe(true)
})
