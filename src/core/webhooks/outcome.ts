import type { AttemptError } from '../../texts/index.ts'
import { defaultWaits, readRetryAfter, waitAfter } from './schedule.ts'
import { keepAnswerHeaders, type ShownHeaders } from './sent.ts'

/** By their names in lower case; a header that came more than once is a list. */
export type AnswerHeaders = Record<string, string | string[] | undefined>

/** What one HTTP request came to. The outbound adapter fills it in; its words are stored on the attempt. */
export type SendResult =
  | { kind: 'answer'; status: number; headers: AnswerHeaders; body: Buffer }
  | { kind: 'failure'; word: string; error: AttemptError; status?: number; body?: Buffer }

/** What becomes of the delivery. */
export type Verdict = {
  state: 'delivered' | 'failed' | 'retry'
  delayMs: number
  /** Rests the whole webhook for so long; 0 is no rest. */
  pauseMs: number
  /** 410 Gone switches the webhook off. */
  disable: boolean
  outcome: string
  httpStatus: number | null
  error: AttemptError | null
  responseExcerpt: Buffer | null
  /** The headers of the answer, cut; null without one. */
  answerHeaders?: ShownHeaders | null
}

const throttling = new Set([429, 502, 503, 504])
const defaultPauseMs = 5_000

/**
 * Judges attempt `number` of a delivery: 2xx alone is success; redirects are failures and are not followed; 410 switches
 * the webhook off; 429, 502, 503 and 504 rest it; Retry-After is honoured (Standard Webhooks 1.0.0).
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
