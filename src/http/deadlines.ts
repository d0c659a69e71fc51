import { Duplex } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { say } from '../core/errors.ts'
import { HttpError } from './problem.ts'
import type {} from './uploads.ts'

/** How long a request may take, and how slowly its bytes may travel. A connection that waits longer is ended. */
export type Deadlines = {
  /** For the line and the headers of a request, from the start of the connection. */
  headersMs: number
  /** For a whole request without a file. */
  requestMs: number
  /** The least average rate of a body, measured after `graceMs`. */
  bodyBytesPerSecond: number
  graceMs: number
  /** For a client to read a reply, and the least rate at which it must read a long one. */
  replyMs: number
  replyBytesPerSecond: number
  /** From the headers to the end of the reply. */
  totalMs: number
  /** For a connection without a request. */
  idleMs: number
  /** For a client that still sends after its reply. */
  afterReplyMs: number
  /** How often the deadlines of requests are checked. */
  tickMs: number
}

export const usualDeadlines: Deadlines = {
  headersMs: 15_000,
  requestMs: 120_000,
  bodyBytesPerSecond: 1_024,
  graceMs: 5_000,
  replyMs: 60_000,
  replyBytesPerSecond: 8_192,
  totalMs: 600_000,
  idleMs: 60_000,
  afterReplyMs: 5_000,
  tickMs: 1_000,
}

type Exchange = {
  request: FastifyRequest
  reply: FastifyReply
  began: number
  bodyBegan: number | null
  received: number
  replied: number | null
  replyBytes: number
  isAnswered: boolean
  hasBody: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    exchange: Exchange | null
  }
  interface FastifyContextConfig {
    /** True for a reply without an end of its own. The code that writes the reply also ends it. */
    isStream?: true
  }
}

/**
 * Holds every request to the deadlines, over HTTP/1.1 and HTTP/2. A body that comes too slowly gets 408; any other late
 * request is cut off. Node's own deadlines cover only the headers of HTTP/1.1.
 */
export function registerDeadlines(app: FastifyInstance, deadlines: Deadlines): void {
  const open = new Set<Exchange>()
  app.decorateRequest('exchange', null)
  app.addHook('onRequest', (request, reply, done) => {
    const exchange = {
      request,
      reply,
      began: performance.now(),
      bodyBegan: null,
      received: 0,
      replied: null,
      replyBytes: 0,
      isAnswered: false,
      hasBody: hasBody(request.raw),
    }
    request.exchange = exchange
    open.add(exchange)
    done()
  })
  app.addHook('preParsing', (request, _, payload, done) => {
    const { exchange } = request
    if (exchange?.hasBody) {
      exchange.bodyBegan = performance.now()
      payload.on('data', (chunk: Buffer) => {
        exchange.received += chunk.length
      })
    }
    done(null, payload)
  })
  app.addHook('onSend', (request, _, payload, done) => {
    const { exchange } = request
    if (exchange) {
      exchange.replied = performance.now()
      exchange.replyBytes = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0
    }
    done(null, payload)
  })
  app.addHook('onResponse', (request, _, done) => {
    const { exchange } = request
    if (exchange && isWhole(exchange)) open.delete(exchange)
    else if (exchange) {
      exchange.isAnswered = true
      exchange.replied = performance.now()
    }
    done()
  })
  const clock = setInterval(() => {
    const now = performance.now()
    for (const exchange of open) {
      const verdict = judge(exchange, deadlines, now)
      if (verdict === 'goes on') continue
      open.delete(exchange)
      if (verdict === 'too slow') refuseSlow(exchange, deadlines)
      else if (verdict === 'late') cutOff(exchange)
    }
  }, deadlines.tickMs)
  clock.unref()
  app.addHook('onClose', async () => clearInterval(clock))
}

function judge(exchange: Exchange, deadlines: Deadlines, now: number): 'goes on' | 'over' | 'too slow' | 'late' {
  const { began, bodyBegan, received, replied, replyBytes, isAnswered } = exchange
  if (isAnswered) {
    if (isWhole(exchange)) return 'over'
    return replied !== null && now - replied > deadlines.afterReplyMs ? 'late' : 'goes on'
  }
  if (replied !== null && exchange.request.routeOptions.config.isStream) return 'goes on'
  if (now - began > deadlines.totalMs) return 'late'
  if (replied !== null) {
    const patience = deadlines.replyMs + (replyBytes / deadlines.replyBytesPerSecond) * 1_000
    return now - replied > patience ? 'late' : 'goes on'
  }
  if (isWhole(exchange)) return 'goes on'
  const { isUpload } = exchange.request.routeOptions.config
  if (!isUpload && now - began > deadlines.requestMs) return 'too slow'
  if (bodyBegan === null) return 'goes on'
  const due = ((now - bodyBegan - deadlines.graceMs) / 1_000) * deadlines.bodyBytesPerSecond
  return received < due ? 'too slow' : 'goes on'
}

function isWhole({ request: { raw }, hasBody }: Exchange): boolean {
  return !hasBody || raw.complete || raw.destroyed
}

/** Fails the reading of the body, so that the face of the request answers in its own form. */
function refuseSlow(exchange: Exchange, { afterReplyMs }: Deadlines): void {
  const { request, reply, bodyBegan } = exchange
  if (bodyBegan === null || reply.sent || request.raw.listenerCount('error') === 0) {
    cutOff(exchange)
    return
  }
  if (request.raw.httpVersionMajor === 1) reply.header('connection', 'close')
  request.raw.emit('error', new HttpError(408, say('body_slow')))
  setTimeout(() => cutOff(exchange), afterReplyMs).unref()
}

function cutOff({ request: { raw } }: Exchange): void {
  const stream = streamOf(raw)
  // Requests that tests inject have no connection to end.
  const way = stream ?? raw.socket
  if (way instanceof Duplex) way.destroy()
}

function hasBody(raw: FastifyRequest['raw']): boolean {
  const stream = streamOf(raw)
  if (stream) return !('endAfterHeaders' in stream && stream.endAfterHeaders)
  return raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length'] ?? 0) > 0
}

/** The stream of an HTTP/2 request; null over HTTP/1.1. */
function streamOf(raw: object): Duplex | null {
  return 'stream' in raw && raw.stream instanceof Duplex ? raw.stream : null
}
