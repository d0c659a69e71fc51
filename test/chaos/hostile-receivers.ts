import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

/** A hostile receiver on a raw socket, and the outcomes that the attempt may have. */
export type HostileReceiver = {
  name: string
  /** Called when the whole request, or the first of it, has arrived; `atOnce` when the connection opens. */
  answer(socket: Socket): void
  atOnce?: boolean
  scheme?: 'https'
  words: string[]
}

const ok = 'HTTP/1.1 200 OK\r\n'
const chunk = Buffer.alloc(64 * 1_024, 'x')
const bomb = gzipSync(Buffer.alloc(20_000_000))

/** Writes `part()` as long as the socket accepts it. */
function flood(socket: Socket, part: () => string | Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(part()));
  }
  socket.on('drain', more)
  more()
}

function drip(socket: Socket, text: string, everyMs: number): void {
  const letters = [...text]
  const timer = setInterval(() => socket.write(letters.shift() ?? 'x'), everyMs)
  socket.on('close', () => clearInterval(timer))
}

const say = (text: string | Buffer) => (socket: Socket) => void socket.write(text)
const sayAndEnd = (text: string) => (socket: Socket) => void socket.end(text)
const sayAndReset = (text: string) => (socket: Socket) => void socket.write(text, () => socket.resetAndDestroy())
const sayAndFlood = (head: string, part: () => string | Buffer) => (socket: Socket) => {
  socket.write(head)
  flood(socket, part)
}
const redirect = (status: number, location: string) => ({
  name: `${status} to ${location.slice(0, 40)}`,
  answer: sayAndEnd(
    `HTTP/1.1 ${status} Moved\r\nlocation: ${location}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
  ),
  words: ['http_status'],
})

/** All hostile receivers. `deadlineMs` is the sender's limit for a request. */
export const hostileReceivers = (deadlineMs: number): HostileReceiver[] => [
  ...[301, 302, 303, 307, 308].map((status) => redirect(status, 'http://169.254.169.254/latest/meta-data/')),
  redirect(302, 'file:///etc/passwd'),
  redirect(302, 'https://127.0.0.1:1/%0d%0aX-Injected: yes'),
  redirect(302, 'http://169.254.169.254/?self=loop'.repeat(100)),
  { name: 'accepts and never reads', answer: (socket) => void socket.pause(), atOnce: true, words: ['timeout'] },
  { name: 'never answers', answer: () => {}, words: ['timeout'] },
  { name: 'TLS stall', answer: () => {}, atOnce: true, scheme: 'https', words: ['timeout'] },
  {
    name: 'plain text on a TLS port',
    answer: say('hello\r\n'),
    atOnce: true,
    scheme: 'https',
    words: ['tls', 'protocol'],
  },
  { name: 'headers one byte at a time', answer: (socket) => drip(socket, `${ok}x: `, 40), words: ['timeout'] },
  {
    name: 'body one byte at a time',
    answer: (socket) => drip(socket, `${ok}content-length: 9999\r\n\r\n`, 5),
    words: ['timeout'],
  },
  {
    name: '1xx flood',
    answer: (socket) => flood(socket, () => 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)),
    words: ['timeout', 'protocol', 'too_large'],
  },
  {
    name: '100 Continue flood',
    answer: (socket) => flood(socket, () => 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(100)),
    words: ['timeout', 'protocol', 'too_large', 'connection_reset', 'network'],
  },
  {
    name: '200 after the deadline',
    answer: (socket) => void setTimeout(() => socket.end(`${ok}\r\n`), deadlineMs + 700),
    words: ['timeout'],
  },
  { name: 'RST before anything', answer: (socket) => void socket.resetAndDestroy(), words: ['connection_reset'] },
  { name: 'RST in the headers', answer: sayAndReset(`${ok}x: y\r\n`), words: ['connection_reset'] },
  { name: 'RST in the body', answer: sayAndReset(`${ok}content-length: 100\r\n\r\nabc`), words: ['connection_reset'] },
  { name: 'FIN before anything', answer: (socket) => void socket.end(), words: ['connection_reset'] },
  { name: 'FIN in the headers', answer: sayAndEnd(`${ok}x: y\r\n`), words: ['connection_reset'] },
  {
    name: 'FIN in the body',
    answer: sayAndEnd(`${ok}content-length: 100\r\n\r\nabc`),
    words: ['connection_reset', 'protocol'],
  },
  {
    name: 'answer and RST before the request is read',
    answer: sayAndReset(`HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n`),
    atOnce: true,
    words: ['connection_reset', 'http_status', 'protocol'],
  },
  {
    name: 'endless body',
    answer: sayAndFlood(`${ok}\r\n`, () => chunk),
    words: ['delivered'],
  },
  {
    name: 'endless chunked body',
    answer: sayAndFlood(`${ok}transfer-encoding: chunked\r\n\r\n`, () => `400\r\n${'x'.repeat(1_024)}\r\n`),
    words: ['delivered'],
  },
  {
    name: 'compression bomb',
    answer: (socket) => {
      socket.write(`${ok}content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`)
      socket.end(bomb)
    },
    words: ['delivered'],
  },
  {
    name: 'Content-Length of 1 TB',
    answer: sayAndFlood(`${ok}content-length: 1099511627776\r\n\r\n`, () => chunk),
    words: ['delivered'],
  },
  {
    name: 'a header of 10 MB',
    answer: (socket) => void socket.write(`${ok}x: ${'y'.repeat(10_000_000)}\r\n\r\n`),
    words: ['too_large'],
  },
  {
    name: '100,000 headers',
    answer: (socket) => void socket.write(`${ok}${'x: y\r\n'.repeat(100_000)}\r\n`),
    words: ['too_large'],
  },
  {
    name: 'endless chunk extension',
    answer: sayAndFlood(`${ok}transfer-encoding: chunked\r\n\r\n5;`, () => chunk),
    words: ['timeout', 'protocol', 'too_large'],
  },
  {
    name: 'endless trailers',
    answer: sayAndFlood(`${ok}transfer-encoding: chunked\r\n\r\n0\r\n`, () => 'a: b\r\n'.repeat(1_000)),
    words: ['timeout', 'protocol', 'too_large'],
  },
  { name: 'HTTP/0.9', answer: sayAndEnd('<html>ok</html>'), words: ['protocol'] },
  { name: 'SSH banner', answer: say('SSH-2.0-OpenSSH_9.2\r\n'), atOnce: true, words: ['protocol', 'connection_reset'] },
  { name: 'HTTP/2 preface', answer: say(Buffer.from('00001204000000000000', 'hex')), words: ['protocol'] },
  {
    name: 'status 000',
    answer: sayAndEnd('HTTP/1.1 000 Zero\r\ncontent-length: 0\r\n\r\n'),
    words: ['protocol', 'http_status'],
  },
  {
    name: 'status 999',
    answer: sayAndEnd('HTTP/1.1 999 Nine\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'),
    words: ['protocol', 'http_status'],
  },
  { name: 'status of letters', answer: sayAndEnd('HTTP/1.1 abc OK\r\n\r\n'), words: ['protocol'] },
  {
    name: 'Content-Length with Transfer-Encoding',
    answer: sayAndEnd(`${ok}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`),
    words: ['protocol'],
  },
  {
    name: 'two Content-Lengths',
    answer: sayAndEnd(`${ok}content-length: 3\r\ncontent-length: 4\r\n\r\nabcd`),
    words: ['protocol'],
  },
  { name: 'bad chunk size', answer: sayAndEnd(`${ok}transfer-encoding: chunked\r\n\r\nzz\r\n`), words: ['protocol'] },
  {
    name: '101 nobody asked for',
    answer: sayAndEnd('HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    words: ['protocol', 'connection_reset', 'http_status'],
  },
  {
    name: '204 with a body',
    answer: sayAndEnd('HTTP/1.1 204 None\r\ncontent-length: 3\r\n\r\nabc'),
    words: ['delivered'],
  },
  { name: 'CRLF in a header', answer: sayAndEnd(`${ok}location: a\rb\r\n\r\n`), words: ['protocol'] },
]
