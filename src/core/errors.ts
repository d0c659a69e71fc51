import type { ErrorParams, ErrorSaying, Said } from '../texts/index.ts'
import type { Fault } from './faults.ts'

/**
 * The kinds of errors that a caller can correct. Any other error is a bug: it is logged whole, and the reply does not
 * show it.
 */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'limited'
  | 'unavailable'

export { type Fault, fault, inside } from './faults.ts'

type DomainErrorOptions = {
  /** The log message of an error without a sentence. */
  message?: string
  faults?: Fault[]
  permission?: string
  retryAfterSeconds?: number
  untold?: number
}

/**
 * An error that the caller can correct. `code` is a stable word such as `webhook_not_found`. Each dialect has its own
 * form for it, and `kind` decides the HTTP status.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly faults: Fault[]
  readonly permission: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** The number of faults that were found but not listed. */
  readonly untold: number
  /** The sentence in src/texts; null when the faults say everything. */
  readonly said: Said | null

  constructor(kind: ErrorKind, code: string, said: Said | null, options: DomainErrorOptions = {}) {
    super(said ? `${said.code} ${JSON.stringify(said.params)}` : options.message)
    this.said = said
    this.name = 'DomainError'
    this.kind = kind
    this.code = code
    this.faults = options.faults ?? []
    this.permission = options.permission
    this.retryAfterSeconds = options.retryAfterSeconds
    this.untold = options.untold ?? 0
  }
}

type Given<Code extends ErrorSaying> = [ErrorParams<Code>] extends [undefined] ? [] : [params: ErrorParams<Code>]

/** The code and params of an error's sentence in src/texts. */
export function say<Code extends ErrorSaying>(code: Code, ...[params]: Given<Code>): Said {
  return { code, params: params ?? {} }
}

/** The greatest number of faults in one reply. A request with more was not written by hand. */
export const maxFaults = 100

/**
 * The error for faults of an input, sorted by path. Keeps the first `maxFaults`, and adds the number of the others to
 * `untold`.
 */
export function invalid(found: readonly Fault[], untold = 0): DomainError {
  const faults = found.slice(0, maxFaults).sort((a, b) => byPath.compare(a.path.join('/'), b.path.join('/')))
  const message = faults.map(({ path, code }) => `${path.join('.') || 'body'} ${code}`).join(', ')
  return new DomainError('invalid', 'validation_failed', null, {
    message,
    faults,
    untold: untold + found.length - faults.length,
  })
}

const byPath = new Intl.Collator('en', { numeric: true })

/** Throws `validation_failed` when there are faults. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw invalid(faults)
}

/**
 * The error for a record that this organization does not have. A record of another organization gives the same error.
 */
export function notFound(noun: string): DomainError {
  return new DomainError('not_found', `${noun}_not_found`, say('not_found', { noun }))
}
