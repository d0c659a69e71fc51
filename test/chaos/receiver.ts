// An independent receiver in a separate process. It answers 200 after a moment, stores each request, and reports on
// request.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * One request: its path, its event, the token of the load, the hash of its bytes, its time, and the time of its answer.
 */
export type Arrival = { path: string; id: string; token: string; sha256: string; at: number; answeredAt: number }

// The delay makes faults strike while requests are open.
const longestAnswerMs = 150
const arrivals: Arrival[] = []

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const body = Buffer.concat(chunks)
  const arrival = {
    path: request.url ?? '',
    id: String(request.headers['webhook-id']),
    token: /load-[a-z0-9-]+/.exec(body.toString())?.[0] ?? '',
    sha256: createHash('sha256').update(body).digest('hex'),
    at: Date.now(),
    answeredAt: 0,
  }
  arrivals.push(arrival)
  setTimeout(() => {
    arrival.answeredAt = Date.now()
    response.end('ok')
  }, Math.random() * longestAnswerMs)
})

server.on('connection', (socket) => socket.on('error', () => {}))
process.on('message', () => process.send?.({ arrivals }))
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
