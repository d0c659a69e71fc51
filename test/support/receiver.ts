import { createServer, type IncomingHttpHeaders } from 'node:http'

export type Received = {
  headers: IncomingHttpHeaders
  body: string
  event: { type: string; data: Record<string, unknown> }
}

export type Receiver = {
  url: string
  received: Received[]
  /** Resolves with the first request, past or future, that fits. */
  wait(fits: (request: Received) => boolean): Promise<Received>
  /** The status of the next answers, in order; 204 when there are none left. */
  answerWith(...statuses: number[]): void
  close(): Promise<void>
}

/** A real HTTP server that keeps every webhook it is sent. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const waiting: { fits(request: Received): boolean; resolve(request: Received): void }[] = []
  const statuses: number[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const entry = { headers: request.headers, body, event: JSON.parse(body) }
    received.push(entry)
    response.writeHead(statuses.shift() ?? 204).end()
    for (const waiter of waiting.filter(({ fits }) => fits(entry))) waiter.resolve(entry)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    wait: (fits) => {
      const past = received.find(fits)
      return past ? Promise.resolve(past) : new Promise((resolve) => waiting.push({ fits, resolve }))
    },
    answerWith: (...next) => void statuses.push(...next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
