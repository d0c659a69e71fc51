// The receiver of the webhook benchmarks, in a process of its own: it counts, and notes when each numbered body came.
import { createServer } from 'node:http'

const at = new Map<number, number>()
let count = 0
let [first, last] = [0, 0]
let delayMs = 0

const server = createServer((request, response) => {
  const now = performance.timeOrigin + performance.now()
  let text = ''
  request.on('data', (chunk) => {
    text += chunk
  })
  request.on('end', () => {
    count++
    first ||= now
    last = now
    const number = /"n":(\d+)/.exec(text)?.[1]
    if (number && !at.has(Number(number))) at.set(Number(number), now)
    if (delayMs) setTimeout(() => response.end('ok'), delayMs)
    else response.end('ok')
  })
})
server.keepAliveTimeout = 60_000

process.on('message', (message: { reset?: boolean; delayMs?: number; times?: boolean }) => {
  if (message.reset) {
    at.clear()
    count = first = last = 0
    delayMs = message.delayMs ?? 0
  }
  process.send?.({ count, unique: at.size, first, last, at: message.times ? [...at] : [] })
})
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: address !== null && typeof address === 'object' ? address.port : 0 })
})
