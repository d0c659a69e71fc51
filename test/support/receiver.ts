import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it arrived. */
export type Received = { headers: Record<string, string>; body: Buffer; text: string; at: number }

export type Receiver = {
  url: string
  requests: Received[]
  /** Resolves with all requests once there are at least `count`. */
  received(count: number): Promise<Received[]>
  /** Resolves with the first request, past or future, that fits. */
  find(fits: (request: Received) => boolean): Promise<Received>
  [Symbol.asyncDispose](): Promise<void>
}

export type Answer = (received: Received, response: ServerResponse, count: number) => void

/** A real HTTP receiver on a free loopback port, which keeps all requests. It answers 200 unless told otherwise. */
export async function startReceiver(answer: Answer = (_received, response) => response.end('ok')): Promise<Receiver> {
  const requests: Received[] = []
  const waiting = new Set<() => void>()
  const server = createServer(async (request, response) => {
    const received = await readRequest(request)
    requests.push(received)
    for (const check of waiting) check()
    answer(received, response, requests.length)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const whenever = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const check = () => {
        const found = look()
        if (found === undefined) return
        waiting.delete(check)
        resolve(found)
      }
      waiting.add(check)
      check()
    })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests,
    received: (count) => whenever(() => (requests.length < count ? undefined : [...requests])),
    find: (fits) => whenever(() => requests.find(fits)),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readRequest(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const body = Buffer.concat(chunks)
  return { headers: flatten(request.headers), body, text: body.toString(), at: Date.now() }
}

function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
