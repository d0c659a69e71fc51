import type { SendResult } from '../../core/webhooks/index.ts'
import type { AttemptError } from '../../texts/index.ts'
import { RefusedDestination } from './destination.ts'

type PlainCode = Extract<AttemptError, { params: Record<string, never> }>['code']

const known: Record<string, [word: string, code: PlainCode]> = {
  ECONNREFUSED: ['connection_refused', 'connection_refused'],
  ECONNRESET: ['connection_reset', 'connection_reset'],
  EPIPE: ['connection_reset', 'connection_reset'],
  UND_ERR_SOCKET: ['connection_reset', 'connection_reset'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'connection_late'],
  ETIMEDOUT: ['timeout', 'connection_late'],
  EHOSTUNREACH: ['unreachable', 'no_way'],
  ENETUNREACH: ['unreachable', 'no_way'],
  ENOTFOUND: ['dns', 'name_not_found'],
  ENODATA: ['dns', 'name_not_found'],
  ESERVFAIL: ['dns', 'name_not_resolved'],
  EAI_AGAIN: ['dns', 'name_not_resolved'],
  PROXY_UNREACHABLE: ['proxy', 'proxy_unreachable'],
  PROXY_REFUSED: ['proxy', 'proxy_refused'],
  ANSWER_TOO_LARGE: ['too_large', 'answer_too_large'],
  UND_ERR_HEADERS_OVERFLOW: ['too_large', 'answer_headers_large'],
  HPE_HEADER_OVERFLOW: ['too_large', 'answer_headers_large'],
}

/** The stored part of a failure: the word of its outcome, and the code of its sentence. */
export function describeFailure(thrown: unknown, timedOut: boolean, deadlineMs: number): SendResult {
  if (timedOut) return failure('timeout', { code: 'answer_late', params: { seconds: deadlineMs / 1_000 } })
  if (thrown instanceof RefusedDestination) return failure('refused_address', thrown.reason)
  const code = codeOf(thrown)
  const [word, plain] = known[code] ?? []
  if (word && plain) return failure(word, { code: plain, params: {} })
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/.test(code)) {
    return failure('tls', { code: 'tls', params: { code } })
  }
  // For some status lines, such as 000, the parser throws an assertion error and not a parse error.
  if (/^(HPE_|UND_ERR_|ERR_ASSERTION)/.test(code)) return failure('protocol', { code: 'protocol', params: { code } })
  return failure('network', { code: 'connection_lost', params: { code } })
}

function failure(word: string, error: AttemptError): SendResult {
  return { kind: 'failure', word, error }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error.cause instanceof Error && 'code' in error.cause) return String(error.cause.code)
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0])
  if (error.name === 'HTTPParserError') return 'HPE_INVALID'
  return 'code' in error ? String(error.code) : ''
}
