import { nameFailure } from '../db/index.ts'
import { DomainError, say } from './errors.ts'

const retryAfterSeconds = 5

/**
 * Turns an error of the database into a refusal: a time to try again when it is away, a conflict when another request
 * won a race. Any other error stays as it is. Verbs lock what they refer to and name the conflict themselves; this is
 * for conflicts that none of them foresaw.
 */
export function explainDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error
  const failure = nameFailure(error)
  if (failure === 'race') return new DomainError('conflict', 'changed_meanwhile', say('changed_meanwhile'))
  if (failure === null) return error
  return new DomainError('unavailable', 'database_unavailable', say('database_unavailable'), { retryAfterSeconds })
}
