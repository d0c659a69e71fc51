import type { Error as ErrorBody } from './operations.ts'

/** A page of a list; with `next_cursor` when it was asked for by cursor, null at the end. */
export type Page<T> = {
  items: T[]
  total: number
  page: number
  size: number
  pages: number
  next_cursor?: string | null
}

export type RequestOptions = {
  signal?: AbortSignal
  /** Given by you to make a repeated POST safe over restarts; else each call makes its own. */
  idempotencyKey?: string
  /** ETag that a write heeds. */
  ifMatch?: string
}

export type Ask = { method: string; path: string; query?: object; body?: object; as?: 'bytes' }
export type Request = <T>(ask: Ask, options: RequestOptions) => Promise<T>

export type ClientOptions = {
  /** With its /v2, without a slash at the end. */
  baseUrl: string
  apiKey: string
  /** Tries after the first; 2 unless given. */
  retries?: number
  fetch?: typeof fetch
}

/** An error of the API, with the members of its body. */
export class SealaneError extends Error {
  readonly status: number
  readonly body: ErrorBody

  constructor(status: number, body: ErrorBody) {
    super(`${body.message} ${body.detail}`)
    this.status = status
    this.body = body
  }
}

/** The function that the operations are made of. */
export function createRequest(options: ClientOptions, apiVersion: string): Request {
  const { baseUrl, apiKey, retries = 2 } = options
  const send = options.fetch ?? fetch
  return async <T>(ask: Ask, given: RequestOptions): Promise<T> => {
    const headers = new Headers({ 'x-api-key': apiKey, 'harbour-version': apiVersion, accept: 'application/json' })
    if (ask.body) headers.set('content-type', 'application/json')
    if (ask.method === 'POST') headers.set('idempotency-key', given.idempotencyKey ?? crypto.randomUUID())
    if (given.ifMatch) headers.set('if-match', given.ifMatch)
    const init: RequestInit = { method: ask.method, headers }
    if (ask.body) init.body = JSON.stringify(ask.body)
    if (given.signal) init.signal = given.signal
    const url = `${baseUrl}${ask.path}${searchOf(ask.query)}`
    const reply = await tryOften(() => send(url, init), ask.method === 'GET' || ask.method === 'POST' ? retries : 0)
    if (!reply.ok) throw new SealaneError(reply.status, (await reply.json()) as ErrorBody)
    const result: unknown = ask.as === 'bytes' ? new Uint8Array(await reply.arrayBuffer()) : await reply.json()
    return result as T
  }
}

async function tryOften(attempt: () => Promise<Response>, retries: number): Promise<Response> {
  for (let left = retries; ; left -= 1) {
    try {
      const reply = await attempt()
      if (left <= 0 || (reply.status !== 429 && reply.status !== 503)) return reply
      await wait(Number(reply.headers.get('retry-after') ?? 1) * 1000)
    } catch (error) {
      if (left <= 0 || (error instanceof DOMException && error.name === 'AbortError')) throw error
      await wait(200 * 2 ** (retries - left))
    }
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function searchOf(query: object = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  return search.size > 0 ? `?${search}` : ''
}
