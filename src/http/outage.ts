import { DomainError } from '../core/errors.ts'

const retryAfterSeconds = 5
// PostgreSQL, appendix A: connection exceptions, insufficient resources (a full disk among them), operator intervention
// (shutdown, crash), and a server that takes no writes because it is a standby.
const outageCodes = /^(08\w{3}|53\w{3}|57P\w{2}|25006)$/
const networkCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/
// The driver has no codes for these.
const driverWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Client was closed)/

/**
 * An error that says that the database is away or cannot take anything now, as a refusal that says so (503) and when to
 * try again; any other error as it is. What was refused is not written: PostgreSQL undoes what it cannot commit.
 */
export function explainOutage(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error
  const code = 'code' in error ? String(error.code) : ''
  const isOutage = outageCodes.test(code) || networkCodes.test(code) || driverWords.test(error.message)
  if (!isOutage) return error
  return new DomainError('unavailable', 'database_unavailable', 'The database cannot take requests now. Try again.', {
    retryAfterSeconds,
  })
}
