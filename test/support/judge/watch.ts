import { type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'

type Open = { status: number; headers: Record<string, unknown>; chunks: Buffer[] }

const jsonApi = 'application/vnd.api+json'
const base = /^\/v1\/api(?=[/?]|$)/
// What the dialect serves beside documents.
const pages =
  /^\/v1\/api\/(?:errors|docs(?:\/(?:reference|start)\.js)?|openapi\.json|documents\/[^/]+\/(?:content|bundle|proof)|bulk-sends\/[^/]+\/result|agreements\/[^/]+\/(?:file|pages\/\d+)|stream|exports\/(?:[^/]+\.(?:csv|ndjson)|[^/]+\/content)|agreement-previews\/pdf)(?=\?|$)/

// Loaded with the first response that there is to judge: most processes and test files have none.
const load = createRequire(import.meta.url)

// Test files that share a worker share Node's classes too: they are changed once, and report to whom it was asked last.
const reporter = Symbol.for('sealane.judge.reporter')

const open = new WeakMap<ServerResponse, Open>()

/**
 * Judges every response of JSON:API that this process sends from now on, whoever made the server and however the
 * request came (socket or inject, before routing or after): all of them end in Node's ServerResponse. Hands each
 * verdict to `report`: what is wrong, or an empty list.
 */
export function watchResponses(report: (faults: string[]) => void): void {
  const isWatched = reporter in globalThis
  Object.assign(globalThis, { [reporter]: report })
  if (isWatched) return
  const { writeHead, write, end } = ServerResponse.prototype
  const keep = (response: ServerResponse, chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') open.get(response)?.chunks.push(Buffer.from(chunk, asEncoding(encoding)))
    else if (chunk instanceof Uint8Array) open.get(response)?.chunks.push(Buffer.from(chunk))
  }
  Object.assign(ServerResponse.prototype, {
    writeHead(this: ServerResponse, status: number, ...rest: [string, OutgoingHttpHeaders?] | [OutgoingHttpHeaders?]) {
      const given = Object(rest.at(-1))
      if (isOurs(this, given)) {
        const headers = lowerCased({ ...this.getHeaders(), ...given })
        open.set(this, { status, headers, chunks: [] })
      }
      return Reflect.apply(writeHead, this, [status, ...rest])
    },
    write(this: ServerResponse, chunk: unknown, ...rest: unknown[]) {
      keep(this, chunk, rest[0])
      return Reflect.apply(write, this, [chunk, ...rest])
    },
    end(this: ServerResponse, chunk: unknown, ...rest: unknown[]) {
      keep(this, chunk, rest[0])
      const found = open.get(this)
      open.delete(this)
      const ended = Reflect.apply(end, this, [chunk, ...rest])
      if (!found) return ended
      const { method = '', url = '' } = this.req
      const { judgeResponse }: typeof import('./judge.ts') = load('./judge.ts')
      const faults = judgeResponse({ method, url }, found.status, found.headers, Buffer.concat(found.chunks).toString())
      Reflect.get(globalThis, reporter)(faults.map((fault) => `${method} ${url} answered ${found.status}: ${fault}`))
      return ended
    },
  })
}

// A response that says so, and every response under our base: one of another type is a fault there.
function isOurs(response: ServerResponse, given: object): boolean {
  const { url = '' } = response.req
  return (base.test(url) && !pages.test(url)) || typeOf(response, given).startsWith(jsonApi)
}

function typeOf(response: ServerResponse, given: object): string {
  const [, own] = Object.entries(given).find(([name]) => name.toLowerCase() === 'content-type') ?? []
  return String(own ?? response.getHeader('content-type') ?? '')
}

function lowerCased(headers: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function asEncoding(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'
}
