import type { ErrorParams, ErrorSaying, Said } from '../texts/index.ts'
import type { Fault } from './faults.ts'

/** What a caller can mend. Everything that is not a DomainError is a bug: logged whole, answered blank. */
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

export type DomainErrorOptions = {
  /** What the log says of an error without a sentence. */
  message?: string
  faults?: Fault[]
  permission?: string
  retryAfterSeconds?: number
  untold?: number
}

/**
 * An error that the caller can mend.
 * `code` is a stable word such as `webhook_not_found`; each dialect maps it to its own form, `kind` decides the status.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly faults: Fault[]
  readonly permission: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** How many faults were found beside those that are told. */
  readonly untold: number
  /** Its sentence in src/texts; null for what its faults say. */
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

/** The sentence of an error, by its code in src/texts, with what it is made with. */
export function say<Code extends ErrorSaying>(code: Code, ...[params]: Given<Code>): Said {
  return { code, params: params ?? {} }
}

/** How many faults one answer tells. A request with more was not written by hand. */
export const maxFaults = 100

/**
 * The error for one or many broken rules of an input; all faults travel together, in the order of their paths. Of very
 * many the first `maxFaults` do, and the number of the others, with those that were `untold` before.
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

/** The error for a thing that does not exist in this organization; another organization's thing reads the same. */
export function notFound(noun: string): DomainError {
  return new DomainError('not_found', `${noun}_not_found`, say('not_found', { noun }))
}
