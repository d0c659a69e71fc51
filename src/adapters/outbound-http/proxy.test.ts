import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createRawServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { newCertificate } from '../../../test/support/certificate.ts'
import { createOutboundHttp, type OutboundHttpOptions } from './index.ts'
import { tryProxy } from './proxy.ts'

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port

/** A proxy that requires the password. `asked` has the addresses that clients asked for. */
async function startProxy(answer = 200) {
  const asked: string[] = []
  const server = createServer()
  server.on('connect', ({ url = '', headers }: IncomingMessage, socket) => {
    asked.push(url)
    const isIn = headers['proxy-authorization'] === `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    const status = isIn ? answer : 407
    socket.on('error', () => {})
    socket.write(`HTTP/1.1 ${status} Word\r\n\r\n`)
    if (status !== 200) return void socket.end()
    const onward = connect(Number(url.split(':').at(-1)), '127.0.0.1')
    onward
      .on('error', () => socket.destroy())
      .pipe(socket)
      .pipe(onward)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return { asked, url: `http://me:p%40ss@127.0.0.1:${portOf(server)}/`, bare: `http://127.0.0.1:${portOf(server)}/` }
}

async function startReceiver(tls?: { cert: Buffer; key: Buffer }) {
  const hosts: (string | undefined)[] = []
  const handle = (request: IncomingMessage, response: { end(text: string): void }) => {
    hosts.push(request.headers.host)
    response.end('ok')
  }
  const server = tls ? createTlsServer(tls, handle) : createServer(handle)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return { hosts, port: portOf(server) }
}

function post(url: string, options: OutboundHttpOptions) {
  const outbound = createOutboundHttp({ development: true, ...options })
  onTestFinished(() => outbound.close())
  return () => outbound.send({ url, headers: {}, body: Buffer.from('{}'), signal: new AbortController().signal })
}

test('every request goes through the proxy, which gets the judged address and never the name', async () => {
  const [proxy, receiver] = [await startProxy(), await startReceiver()]
  const url = `http://hooks.example:${receiver.port}/`
  const here = { allowedRanges: ['127.0.0.0/8'], resolve: async () => ['127.0.0.1'], connectionsPerOrigin: 1 }
  const send = post(url, { proxy: proxy.url, ...here })
  expect([await send(), await send()]).toMatchObject([{ status: 200 }, { status: 200 }])
  expect(proxy.asked).toEqual([`127.0.0.1:${receiver.port}`])
  expect(receiver.hosts).toEqual([`hooks.example:${receiver.port}`, `hooks.example:${receiver.port}`])
})

test('TLS goes to the receiver, and its certificate is verified', async () => {
  const [proxy, { port }] = [await startProxy(), await startReceiver(await newCertificate())]
  const send = post(`https://localhost:${port}/`, { proxy: proxy.url })
  expect(await send()).toMatchObject({ kind: 'failure', word: 'tls' })
  expect(proxy.asked).toEqual([`127.0.0.1:${port}`])
})

test.each(['https://10.0.0.1/', 'https://inside.example/', 'https://[::1]/', 'http://169.254.169.254/'])(
  '%s is refused before the proxy gets a request',
  async (url) => {
    const proxy = await startProxy()
    const send = post(url, { proxy: proxy.url, development: false, resolve: async () => ['192.168.0.1'] })
    expect(await send()).toMatchObject({ kind: 'failure', word: 'refused_address' })
    expect(proxy.asked).toEqual([])
  },
)

test('a proxy that refuses or does not answer is reported as the cause', async () => {
  const [refusing, stranger, { port }] = [await startProxy(403), await startProxy(), await startReceiver()]
  for (const proxy of [refusing.url, stranger.bare, 'http://127.0.0.1:9/'])
    expect(await post(`http://localhost:${port}/`, { proxy })()).toMatchObject({ kind: 'failure', word: 'proxy' })
})

test('a request on a fresh connection that the receiver cuts fails after one sending', async () => {
  const proxy = await startProxy()
  let requests = 0
  const server = createRawServer((socket) =>
    socket
      .on('error', () => {})
      .on('data', () => {
        requests += 1
        socket.resetAndDestroy()
      }),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  expect(await post(`http://localhost:${portOf(server)}/`, { proxy: proxy.url })()).toMatchObject({ kind: 'failure' })
  expect([requests, proxy.asked.length]).toEqual([1, 1])
})

test('doctor’s test of a proxy says whether it answers, is down or needs a password', async () => {
  const proxy = await startProxy(502)
  expect(await tryProxy(proxy.url)).toBeNull()
  expect(await tryProxy(proxy.bare)).toContain('password')
  expect(await tryProxy('http://127.0.0.1:9/')).toContain('does not answer')
})
