import type { AttemptError } from '../../texts/index.ts'
import { defaultWaits, readRetryAfter, waitAfter } from './schedule.ts'
import { keepAnswerHeaders, type ShownHeaders } from './sent.ts'

/** Headers by name in lower case. A repeated header is a list. */
export type AnswerHeaders = Record<string, string | string[] | undefined>

/** The result of one HTTP request. The outbound adapter makes it, and the attempt stores its word. */
export type SendResult =
  | { kind: 'answer'; status: number; headers: AnswerHeaders; body: Buffer }
  | { kind: 'failure'; word: string; error: AttemptError; status?: number; body?: Buffer }

/** What happens to a delivery after an attempt. */
export type Verdict = {
  state: 'delivered' | 'failed' | 'retry'
  delayMs: number
  /** Pauses all deliveries of the webhook for this time; 0 means no pause. */
  pauseMs: number
  /** Disables the webhook after 410 Gone. */
  disable: boolean
  outcome: string
  httpStatus: number | null
  error: AttemptError | null
  responseExcerpt: Buffer | null
  /** The shortened headers of the answer; null without one. */
  answerHeaders?: ShownHeaders | null
}

const throttling = new Set([429, 502, 503, 504])
const defaultPauseMs = 5_000

/**
 * Judges attempt `number` of a delivery. Only 2xx is a success, and redirects are not followed. 410 disables the
 * webhook; 429, 502, 503 and 504 pause it; Retry-After is respected (Standard Webhooks 1.0.0).
 */
export function judge(result: SendResult, number: number, now: Date, waits: readonly number[] = defaultWaits): Verdict {
  if (result.kind === 'failure') {
    const { word, error, status = null, body = null } = result
    return {
      ...again(waitAfter(number, null, waits)),
      pauseMs: 0,
      disable: false,
      ...describe(word, status, error, body),
    }
  }
  const { status, body } = result
  const answerHeaders = keepAnswerHeaders(result.headers)
  if (status >= 200 && status < 300) {
    const rest = { delayMs: 0, pauseMs: 0, disable: false }
    return { state: 'delivered', ...rest, ...describe('delivered', status, null, body), answerHeaders }
  }
  const described = { ...describe('http_status', status, errorOf(status), body), answerHeaders }
  if (status === 410) return { state: 'failed', delayMs: 0, pauseMs: 0, disable: true, ...described }
  const retryAfter = readRetryAfter(result.headers['retry-after']?.toString(), now)
  const pauseMs = throttling.has(status) ? Math.min(retryAfter ?? defaultPauseMs, 3_600_000) : 0
  return { ...again(waitAfter(number, retryAfter, waits)), pauseMs, disable: false, ...described }
}

function again(wait: number | null): Pick<Verdict, 'state' | 'delayMs'> {
  return wait === null ? { state: 'failed', delayMs: 0 } : { state: 'retry', delayMs: wait }
}

function describe(outcome: string, httpStatus: number | null, error: AttemptError | null, body: Buffer | null) {
  return { outcome, httpStatus, error, responseExcerpt: body?.length ? body : null }
}

function errorOf(status: number): AttemptError {
  if (status === 410) return { code: 'gone', params: {} }
  return { code: status >= 300 && status < 400 ? 'redirect' : 'status', params: { status } }
}
