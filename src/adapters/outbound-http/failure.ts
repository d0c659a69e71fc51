import type { SendResult } from '../../core/webhooks/index.ts'
import { RefusedDestination } from './destination.ts'

const wordsByCode: Record<string, [word: string, message: string]> = {
  ECONNREFUSED: ['connection_refused', 'The receiver refused the connection.'],
  ECONNRESET: ['connection_reset', 'The receiver broke the connection off.'],
  EPIPE: ['connection_reset', 'The receiver broke the connection off.'],
  UND_ERR_SOCKET: ['connection_reset', 'The receiver broke the connection off.'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'The receiver did not accept the connection in time.'],
  ETIMEDOUT: ['timeout', 'The receiver did not accept the connection in time.'],
  EHOSTUNREACH: ['unreachable', 'There is no way to the receiver.'],
  ENETUNREACH: ['unreachable', 'There is no way to the receiver.'],
  ENOTFOUND: ['dns', 'The name of the receiver has no address.'],
  ENODATA: ['dns', 'The name of the receiver has no address.'],
  ESERVFAIL: ['dns', 'The name of the receiver cannot be looked up.'],
  EAI_AGAIN: ['dns', 'The name of the receiver cannot be looked up.'],
  PROXY_UNREACHABLE: ['proxy', 'The outbound proxy (WEBHOOK_PROXY) cannot be reached.'],
  PROXY_REFUSED: ['proxy', 'The outbound proxy (WEBHOOK_PROXY) makes no connection to the receiver.'],
  ANSWER_TOO_LARGE: ['too_large', 'The receiver sends more than any answer needs.'],
  UND_ERR_HEADERS_OVERFLOW: ['too_large', 'The headers of the answer are too large.'],
  HPE_HEADER_OVERFLOW: ['too_large', 'The headers of the answer are too large.'],
}

/** The word and the sentence that an attempt keeps of what went wrong on the way. */
export function describeFailure(error: unknown, timedOut: boolean, deadlineMs: number): SendResult {
  if (timedOut) {
    return failure('timeout', `There was no complete answer within ${deadlineMs / 1_000} seconds.`)
  }
  if (error instanceof RefusedDestination) return failure('refused_address', error.message)
  const code = codeOf(error)
  const known = wordsByCode[code]
  if (known) return failure(...known)
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/.test(code)) {
    return failure('tls', `There is no trusted TLS connection to the receiver (${code}).`)
  }
  // The parser asserts instead of complaining about some status lines, such as 000.
  if (/^(HPE_|UND_ERR_|ERR_ASSERTION)/.test(code))
    return failure('protocol', `The receiver does not speak proper HTTP/1.1 (${code}).`)
  return failure('network', `The connection to the receiver failed${code ? ` (${code})` : ''}.`)
}

function failure(word: string, message: string): SendResult {
  return { kind: 'failure', word, message }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error.cause instanceof Error && 'code' in error.cause) return String(error.cause.code)
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0])
  if (error.name === 'HTTPParserError') return 'HPE_INVALID'
  return 'code' in error ? String(error.code) : ''
}
