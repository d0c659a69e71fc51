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

/** One broken rule of an input: where, which rule, what to do. `value` is what was seen, left out when it is secret. */
export type Fault = { path: string[]; rule: string; message: string; value?: unknown }

export type DomainErrorOptions = {
  faults?: Fault[]
  permission?: string
  retryAfterSeconds?: number
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

  constructor(kind: ErrorKind, code: string, message: string, options: DomainErrorOptions = {}) {
    super(message)
    this.name = 'DomainError'
    this.kind = kind
    this.code = code
    this.faults = options.faults ?? []
    this.permission = options.permission
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** The error for one or many broken rules of an input; all faults travel together. */
export function invalid(faults: Fault[]): DomainError {
  const message = faults.map((fault) => `${fault.path.join('.') || 'body'}: ${fault.message}`).join(' ')
  return new DomainError('invalid', 'validation_failed', message, { faults })
}

/** The error for a thing that does not exist in this organization; another organization's thing reads the same. */
export function notFound(noun: string): DomainError {
  const words = noun.replaceAll('_', ' ')
  return new DomainError('not_found', `${noun}_not_found`, `There is no such ${words} in your organization.`)
}
