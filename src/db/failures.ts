// PostgreSQL, appendix A: connection exceptions, insufficient resources (a full disk among them), operator intervention
// (shutdown, crash), and a server that takes no writes because it is a standby.
const outageCodes = /^(08\w{3}|53\w{3}|57P\w{2}|25006)$/
const networkCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/
// The driver has no codes for these.
const driverWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Client was closed)/

// Two transactions changed the same thing at once and one lost: it refers to a row that was just deleted, takes a name
// that was just taken, or is still undone after another try.
const raceCodes = /^(23503|23505|40001|40P01)$/
// Keys of random ids and secrets, and keys that are written under a lock. No other transaction can have taken one of
// these, so a second one is a bug and must not look like a race.
const ownKeys = /(_pkey|_hash_key|_token_key|_chain_sequence_key|_links_id_key|_audit_event_id_key|bulk_sends_file)$/

/** What an error of the database means: another transaction won, or the database is away. Null for any other error. */
export function nameFailure(error: Error): 'race' | 'outage' | null {
  const code = 'code' in error ? String(error.code) : ''
  const isOwnKey = code === '23505' && 'constraint' in error && ownKeys.test(String(error.constraint))
  if (raceCodes.test(code) && !isOwnKey) return 'race'
  const isOutage = outageCodes.test(code) || networkCodes.test(code) || driverWords.test(error.message)
  return isOutage ? 'outage' : null
}
