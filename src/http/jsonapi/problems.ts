import { STATUS_CODES } from 'node:http'
import { aboutError, type Said, type Sentence, saySentence, sayTitle } from '../../texts/index.ts'

/** The place of a problem in the request; a pointer names a value that exists there (JSON:API 1.1, "Error Objects"). */
type Source = { pointer: string } | { parameter: string } | { header: string }

/** One problem of a request. `code` is a stable word, `says` is the instruction for the client. */
export type Problem = {
  status: number
  code: string
  says: Sentence
  source?: Source
  meta?: Record<string, unknown>
  /** The address that names the kind of problem, when a profile has one. */
  type?: string
}

/** A refusal of the dialect itself: malformed documents, unknown parameters, media types. */
export class JsonApiError extends Error {
  readonly problems: readonly Problem[]
  readonly headers: Record<string, string>
  /** The number of further problems that the answer omits. */
  readonly untold: number

  constructor(problems: readonly Problem[], headers: Record<string, string> = {}, untold = 0) {
    super(problems.map(({ says }) => saySentence(says)).join(' '))
    this.name = 'JsonApiError'
    this.problems = problems
    this.headers = headers
    this.untold = untold
  }
}

export function refuse(status: number, code: string, said: Said, source?: Source): JsonApiError {
  return new JsonApiError([{ status, code, says: aboutError(said), ...(source ? { source } : {}) }])
}

/** The title of a status: always the same for one kind of problem. */
export function titleOf(status: number): string {
  return sayTitle(status, STATUS_CODES[status])
}

/** The status of several problems: their common status, or 400 or 500 if they differ. */
export function statusOfAll(problems: readonly Problem[]): number {
  const [first, ...rest] = problems.map((problem) => problem.status)
  if (first === undefined) return 500
  if (rest.every((status) => status === first)) return first
  return problems.every((problem) => problem.status < 500) ? 400 : 500
}
