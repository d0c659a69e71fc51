import { onTestFinished } from 'vitest'
import type { Client } from './jsonapi.ts'
import { listen } from './jsonapi-server.ts'

export type StreamMessage = { event: string; id?: string; data: Record<string, unknown> }
type OpenStream = {
  status: number
  /** The next message, without heartbeats. Undefined when the stream has ended. */
  next(): Promise<StreamMessage | undefined>
  /** The next message that fits. */
  until(fits: (message: StreamMessage) => boolean): Promise<StreamMessage>
  close(): void
}

/** Opens the stream of changes over a real connection, which ends with the test. */
export async function openStream({ token }: Client, query = '', headers: Record<string, string> = {}) {
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const response = await fetch(`${await listen()}/v1/api/stream${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: abort.signal,
  })
  const messages = read(response)
  const next = async () => (await messages.next()).value ?? undefined
  const until: OpenStream['until'] = async (fits) => {
    for (let message = await next(); message; message = await next()) if (fits(message)) return message
    throw new Error('The stream ended before it came.')
  }
  return { status: response.status, next, until, close: () => abort.abort() } satisfies OpenStream
}

async function* read(response: Response): AsyncGenerator<StreamMessage> {
  let text = ''
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const parts = (text + part).split('\n\n')
    text = parts.pop() ?? ''
    for (const one of parts) {
      const lines = new Map(one.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line]))
      const lineOf = (name: string) => lines.get(name)?.slice(name.length + 2)
      const id = lineOf('id')
      const event = lineOf('event')
      if (event) yield { event, ...(id === undefined ? {} : { id }), data: JSON.parse(lineOf('data') ?? '{}') }
    }
  }
}
