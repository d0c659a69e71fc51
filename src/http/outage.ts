import { DomainError, say } from '../core/errors.ts'

const retryAfterSeconds = 5
// PostgreSQL, appendix A: connection exceptions, insufficient resources (a full disk among them), operator intervention
// (shutdown, crash), and a server that takes no writes because it is a standby.
const outageCodes = /^(08\w{3}|53\w{3}|57P\w{2}|25006)$/
const networkCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/
// The driver has no codes for these.
const driverWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Client was closed)/

// Two requests changed the same thing at once and one lost: it refers to a row that was just deleted, takes a name
// that was just taken, or is still undone after another try.
const raceCodes = /^(23503|23505|40001|40P01)$/
// Keys of random ids and secrets, and keys that verbs write under a lock. No other request can have taken one of
// these, so a second one is a bug and must not look like a race.
const ownKeys = /(_pkey|_hash_key|_token_key|_chain_sequence_key|_links_id_key|_audit_event_id_key|bulk_sends_file)$/

/**
 * Turns an error of the database into a refusal: 503 with a time to try again when it is away, 409 when another
 * request won a race. Any other error stays as it is. Verbs lock what they refer to and name the conflict
 * themselves; this is for conflicts that none of them foresaw.
 */
export function explainDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error
  const code = 'code' in error ? String(error.code) : ''
  const isOwnKey = code === '23505' && 'constraint' in error && ownKeys.test(String(error.constraint))
  if (raceCodes.test(code) && !isOwnKey)
    return new DomainError('conflict', 'changed_meanwhile', say('changed_meanwhile'))
  const isOutage = outageCodes.test(code) || networkCodes.test(code) || driverWords.test(error.message)
  if (!isOutage) return error
  return new DomainError('unavailable', 'database_unavailable', say('database_unavailable'), { retryAfterSeconds })
}
