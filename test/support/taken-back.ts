import { type Handle, transaction } from '../../src/db/index.ts'
import { database } from './organization.ts'

const done = new Error('Taken back.')

/**
 * Does something as the owner of the database, and rolls it back. Everything that it reads must use the same handle.
 */
export async function takeBack<T>(attempt: (db: Handle) => Promise<T>): Promise<T> {
  const seen: { found: T }[] = []
  const trying = transaction({ db: database.system }, async ({ db }) => {
    seen.push({ found: await attempt(db) })
    throw done
  })
  await trying.catch((error: unknown) => {
    if (error !== done) throw error
  })
  const [one] = seen
  if (!one) throw new Error('It was not tried.')
  return one.found
}
