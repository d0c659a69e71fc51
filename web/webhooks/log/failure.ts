import type { webhookFailures } from '../../texts/en/webhook-failures.ts'

type FailureName = keyof typeof webhookFailures

const words: readonly FailureName[] = [
  'delivered',
  'timeout',
  'connection_refused',
  'connection_reset',
  'unreachable',
  'dns',
  'tls',
  'refused_address',
  'proxy',
  'oauth',
  'too_large',
  'protocol',
  'network',
  'internal',
]

const byStatus: Record<number, FailureName> = {
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'not_found',
  405: 'not_found',
  407: 'unauthorized',
  410: 'gone',
  413: 'too_large_request',
  429: 'throttled',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

/** The explanation of an attempt: by its outcome, and by the status of an answer. */
export function failureOf({ outcome, httpStatus }: { outcome: string; httpStatus: number | null }): FailureName {
  const word = words.find((known) => known === outcome)
  if (word) return word
  if (outcome !== 'http_status' || httpStatus === null) return 'other'
  const known = byStatus[httpStatus]
  if (known) return known
  if (httpStatus >= 500) return 'server_error'
  return httpStatus >= 400 ? 'client_error' : 'redirect'
}
