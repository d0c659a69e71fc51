import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { useServer } from '../support/api.ts'

const server = useServer()
const address = { port: 0 }
beforeAll(async () => {
  address.port = Number(new URL(await server.listen()).port)
})

/** The answer to raw bytes. */
async function send(bytes: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const socket = connect(address.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(bytes)
  const reply = await text(socket)
  const [head = '', body = ''] = reply.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), body: JSON.parse(body) }
}

describe('a malformed HTTP request is answered in the guide’s form', () => {
  test.each([
    ['an unknown method', 'FOO /v2/webhooks HTTP/1.1\r\n\r\n', 400, 3006],
    ['a broken header', 'GET /v2/webhooks HTTP/1.1\r\nhost: a\r\nno colon\r\n\r\n', 400, 3006],
    [
      'a second host',
      'GET /v2/webhooks HTTP/1.1\r\nhost: localhost\r\nHost: a\r\nconnection: close\r\n\r\n',
      400,
      3006,
    ],
    ['headers without end', `GET /v2/webhooks HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(70_000)}\r\n\r\n`, 431, 3009],
    ['a URL without end', `GET /v2/webhooks?search=${'a'.repeat(70_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431, 3009],
  ])('%s', async (_, bytes, status, error) => {
    const reply = await send(bytes)
    expect([reply.status, reply.body.error]).toEqual([status, error])
    expect(Object.keys(reply.body)).toEqual(['detail', 'error', 'message', 'more_info', 'request_id'])
  })

  test('other hosts answer with problem details', async () => {
    expect((await send('FOO / HTTP/1.1\r\n\r\n')).body).toMatchObject({ status: 400, title: 'Bad Request' })
  })
})

test.each(['TRACE', 'PROPFIND', 'MKCOL'])(
  '%s on an existing path is a 405 with the allowed methods',
  async (method) => {
    const path = '/v2/webhooks/wb_b6924c66ae114fada7d351388b06c6a4'
    const reply = await new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      const sent = request({ port: address.port, host: '127.0.0.1', method, path }, (reply) => {
        reply.resume()
        resolve([reply.statusCode, reply.headers.allow])
      })
      sent.on('error', reject).end()
    })
    expect(reply).toEqual([405, 'GET, PUT, DELETE, HEAD, OPTIONS'])
  },
)
