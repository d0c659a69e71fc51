import { STATUS_CODES } from 'node:http'
import { type Said, sayError } from '../../texts/index.ts'

/** Where in the request a problem is; a pointer names a value that exists there (JSON:API 1.1, "Error Objects"). */
export type Source = { pointer: string } | { parameter: string } | { header: string }

/** One problem of a request. `code` is a stable word, `detail` says what to do. */
export type Problem = {
  status: number
  code: string
  detail: string
  source?: Source
  meta?: Record<string, unknown>
  /** The address that names the kind of problem, when a profile has one. */
  type?: string
}

/** A refusal that is the dialect's own: malformed documents, unknown parameters, media types. */
export class JsonApiError extends Error {
  readonly problems: readonly Problem[]
  readonly headers: Record<string, string>
  /** How many problems were found beside these. */
  readonly untold: number

  constructor(problems: readonly Problem[], headers: Record<string, string> = {}, untold = 0) {
    super(problems.map((problem) => problem.detail).join(' '))
    this.name = 'JsonApiError'
    this.problems = problems
    this.headers = headers
    this.untold = untold
  }
}

/** A refusal for one problem. `words` is a sentence, or its code. */
export function refuse(status: number, code: string, words: string | Said, source?: Source): JsonApiError {
  const detail = typeof words === 'string' ? words : sayError({ said: words, message: '' })
  return new JsonApiError([{ status, code, detail, ...(source ? { source } : {}) }])
}

// The words of the Harnest reference, "Response codes (incl. errors)", letter by letter; the rest are ours.
const titles: Record<number, string> = {
  400: 'Invalid request.',
  401: 'Invalid authentication, check that your are using the correct API Key on the right environment.',
  403: 'Missing permissions.',
  404: 'The requested ressource was not found.',
  422: 'Invalid field value or action.',
  503: 'We are currently under maintenance.',
}

/** The title of a status: always the same for one kind of problem. */
export function titleOf(status: number): string {
  return titles[status] ?? `${STATUS_CODES[status] ?? 'Error'}.`
}

/** The status of several problems together: theirs if they agree, else the most general that fits. */
export function statusOfAll(problems: readonly Problem[]): number {
  const [first, ...rest] = problems.map((problem) => problem.status)
  if (first === undefined) return 500
  if (rest.every((status) => status === first)) return first
  return problems.every((problem) => problem.status < 500) ? 400 : 500
}
