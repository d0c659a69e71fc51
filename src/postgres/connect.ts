import pg from 'pg'
import { type Settings, urlOf } from './settings.ts'

/** Connects as the app's role. Returns undefined, or the reason of the failure. */
export async function tryConnection(settings: Settings): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: urlOf(settings), connectionTimeoutMillis: 5000 })
  client.on('error', () => {}) // it is closed anyway; the reason is in the rejection
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await client.end().catch(() => {})
  }
}
