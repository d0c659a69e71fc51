import type { Type } from './index.ts'

/** A message of the stream. `id` null: so many of the type changed that only the type is told. */
export type Told =
  | { event: 'open' | 'reset'; position: string | null }
  | { event: 'change'; position: string | null; type: Type; id: string | null; what: string; at: string }
  | { event: 'end'; position: string | null; why: string }

/** Reads text/event-stream. Comments, which only keep the line open, are left out. */
export async function* readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Told> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  try {
    while (true) {
      const { done, value } = await reader.read()
      if (done) return
      const messages = (text + value).split('\n\n')
      text = messages.pop() ?? ''
      for (const message of messages) {
        const told = readMessage(message)
        if (told) yield told
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function readMessage(message: string): Told | null {
  const fields = new Map(message.split('\n').map((line) => [line.split(':', 1)[0], line.replace(/^[^:]*: ?/, '')]))
  const event = fields.get('event')
  if (event === undefined) return null
  return { ...JSON.parse(fields.get('data') ?? '{}'), event, position: fields.get('id') ?? null }
}
