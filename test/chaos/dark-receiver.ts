// A process with the receivers of many endpoints. Endpoints of the second kind go dark on request: they accept
// connections and never answer. Stores the time of each request, on the clock that all processes of this machine share.
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The event, as webhook-id names it, and its time, in ms of process.hrtime. */
export type Sample = [id: string, at: number]

let samples: Sample[] = []
let isDark = false
const held = new Set<ServerResponse>()

async function listen(canBeDark: boolean): Promise<number> {
  const server = createServer((request, response) => {
    const at = Number(process.hrtime.bigint()) / 1e6
    request.resume()
    if (!canBeDark) samples.push([String(request.headers['webhook-id']), at])
    if (!canBeDark || !isDark) return void response.end('ok')
    held.add(response)
    response.on('close', () => held.delete(response))
  })
  server.keepAliveTimeout = 60_000
  server.on('connection', (socket) => socket.on('error', () => {}))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

process.on('message', (message) => {
  if (message === 'dark' || message === 'light') {
    isDark = message === 'dark'
    const count = held.size
    for (const response of held) response.destroy()
    process.send?.({ held: count })
  } else {
    process.send?.({ samples })
    samples = []
  }
})
process.on('disconnect', () => process.exit())

const [good, holes] = process.argv.slice(2).map(Number)
const ports = (count = 0, canBeDark: boolean) => Promise.all(Array.from({ length: count }, () => listen(canBeDark)))
process.send?.({ good: await ports(good, false), holes: await ports(holes, true) })
