import { setTimeout as pause } from 'node:timers/promises'
import { UsageError } from './index.ts'

/** A server to follow, with an API key. An empty list of types means all types. */
export type Source = { url: string; key: string; types: string[] }

/** An event as `GET /v2/events` shows it. `body` is the body of its deliveries. */
export type FollowedEvent = { event_id: string; event_type: string; is_test: boolean; body: string }

type FollowOptions = { signal: AbortSignal; onReady(): void; onTrouble(line: string): void }

const waitSeconds = 20
const patienceMs = (waitSeconds + 20) * 1_000
const longestPauseMs = 10_000

/**
 * Yields the events of a server from now on, until the signal. While the server is away, the request is repeated from
 * the same place, so no event is missed. Throws UsageError when the server refuses the key or the request.
 */
export async function* followServer(source: Source, options: FollowOptions): AsyncGenerator<FollowedEvent> {
  const { signal, onReady, onTrouble } = options
  let after: string | null = null
  let pauseMs = 0
  while (!signal.aborted) {
    const answer = await ask(source, after, signal)
    if (answer.kind === 'trouble') {
      if (signal.aborted) return
      if (pauseMs === 0) onTrouble(`${answer.message} Trying again until it is back.`)
      pauseMs = Math.min(longestPauseMs, Math.max(500, pauseMs * 2))
      await pause(answer.retryAfterMs ?? pauseMs, undefined, { signal }).catch(() => {})
      continue
    }
    if (after === null) onReady()
    else if (pauseMs > 0) onTrouble('The server is back.')
    pauseMs = 0
    for (const event of answer.events) {
      if (signal.aborted) return
      yield event
    }
    after = answer.next
  }
}

type Answer =
  | { kind: 'events'; events: FollowedEvent[]; next: string }
  | { kind: 'trouble'; message: string; retryAfterMs: number | null }

async function ask({ url, key, types }: Source, after: string | null, signal: AbortSignal): Promise<Answer> {
  const query = new URLSearchParams({ wait: String(waitSeconds), size: '100' })
  if (after !== null) query.set('after', after)
  if (types.length > 0) query.set('event_types', types.join(','))
  try {
    const headers = { 'x-api-key': key, 'harbour-version': '2.2' }
    const ended = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
    const reply = await fetch(`${url}/v2/events?${query}`, { headers, signal: ended, redirect: 'error' })
    if (reply.ok) return { kind: 'events', ...(await readBatch(reply)) }
    if (reply.status < 500 && reply.status !== 429) throw new UsageError(await readRefusal(reply))
    const seconds = Number(reply.headers.get('retry-after'))
    const retryAfterMs = seconds > 0 ? Math.min(60, seconds) * 1_000 : null
    return { kind: 'trouble', message: `The server at ${url} answers ${reply.status}.`, retryAfterMs }
  } catch (error) {
    if (error instanceof UsageError) throw error
    return { kind: 'trouble', message: `The server at ${url} does not answer.`, retryAfterMs: null }
  }
}

async function readBatch(reply: Response): Promise<{ events: FollowedEvent[]; next: string }> {
  return JSON.parse(await reply.text())
}

async function readRefusal(reply: Response): Promise<string> {
  const text = await reply.text()
  try {
    const { message = '', detail = '' }: { message?: string; detail?: string } = JSON.parse(text)
    return `The server refuses (${reply.status}). ${message} ${detail}`.trim()
  } catch {
    return `The server there is not Sealane (${reply.status}).`
  }
}
