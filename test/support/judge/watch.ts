import { type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'

type Open = { status: number; headers: Record<string, unknown>; chunks: Buffer[] }

const jsonApi = 'application/vnd.api+json'
const base = /^\/v1\/api(?=[/?]|$)/
// The other contents of the dialect besides documents.
const pages =
  /^\/v1\/api\/(?:errors|docs(?:\/(?:reference|start)\.js)?|openapi\.json|documents\/[^/]+\/(?:content|bundle|proof)|bulk-sends\/[^/]+\/result|agreements\/[^/]+\/(?:file|pages\/\d+)|stream|exports\/(?:[^/]+\.(?:csv|ndjson)|[^/]+\/content)|agreement-previews\/pdf)(?=\?|$)/

// Loaded with the first response to judge, because most processes and test files have none.
const load = createRequire(import.meta.url)

// Test files of one worker share Node's classes. The classes are changed once, and report to the last listener.
const reporter = Symbol.for('sealane.judge.reporter')

const open = new WeakMap<ServerResponse, Open>()

/**
 * Judges every JSON:API response that this process sends from now on, from any server and for any request (socket or
 * inject, before routing or after), because all end in Node's ServerResponse. Gives each verdict to `report`: the
 * faults, or an empty list.
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

// A response with the media type of JSON:API, and every response under our base, where another type is a fault.
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
