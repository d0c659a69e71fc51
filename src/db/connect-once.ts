import pg from 'pg'
import { codeOf, StartupError } from '../startup-error.ts'

const patienceMs = 10_000

/**
 * Opens one connection outside of the pools. Throws StartupError with the address, and without the password, when the
 * server refuses it.
 */
export async function connectOnce(url: string, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: patienceMs,
  })
  // Pending queries fail by themselves when the connection is lost. Without this listener the process would exit.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    const { host, port, user, database } = client
    const words = error instanceof Error ? error.message : String(error)
    const reason = error instanceof pg.DatabaseError ? words : (codeOf(error) ?? words)
    throw new StartupError(
      `The database ${database} on ${host}:${port} does not let ${user} in (${reason}).`,
      /startup parameter/.test(words)
        ? 'Take that parameter out of DATABASE_URL: the pooler does not pass it on.'
        : 'Start the server, or mend DATABASE_URL.',
      { cause: error },
    )
  }
}
