import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { say } from '../core/errors.ts'
import { tell } from '../texts/index.ts'
import type { HttpDependencies } from './dependencies.ts'
import { HttpError } from './problem.ts'

/** An answer without the framework: its media type and its body. */
export type RawAnswer = { type: string; text: string }

/** An error of Node's parser. `rawPacket` has the last bytes that it read. */
type ParserError = Error & { code?: string; rawPacket?: Buffer }

/**
 * Answers bytes that Node's parser refuses before any route: an unknown method, a broken header, headers above 64 KiB.
 * `render` answers in the form of the URL's face. The URL is null if it is not in the last bytes.
 */
export function answerUnreadable(render: (url: string | null, error: HttpError, id: string) => RawAnswer) {
  return (error: ParserError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    const fault = faultOf(error)
    const id = randomUUID()
    const url = /^[A-Z]+ (\S+) HTTP/.exec(error.rawPacket?.subarray(0, 2_048).toString('latin1') ?? '')?.[1] ?? null
    const { type, text } = render(url, fault, id)
    const head = [
      `HTTP/1.1 ${fault.statusCode} ${STATUS_CODES[fault.statusCode]}`,
      `content-type: ${type}`,
      `content-length: ${Buffer.byteLength(text)}`,
      `x-request-id: ${id}`,
      'connection: close',
    ]
    if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${text}`)
    socket.destroy(error)
  }
}

function faultOf(error: ParserError): HttpError {
  if (error.code === 'HPE_HEADER_OVERFLOW') return new HttpError(431, say('headers_large'))
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return new HttpError(408, say('request_late'))
  return new HttpError(400, say('not_http'))
}

/** Problem details (RFC 9457), for requests without a face. */
export function renderPlainProblem(error: HttpError, id: string): RawAnswer {
  const { statusCode: status, said } = error
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail: tell(said), instance: id }
  return { type: 'application/problem+json', text: JSON.stringify(problem) }
}

/** Makes the answer to bytes that are not a request. */
export type RenderUnreadable = (error: HttpError, id: string, deps: HttpDependencies) => RawAnswer
