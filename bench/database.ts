import { type Database, migrate, openDatabase } from '../src/db/index.ts'
import { migrateJobs } from '../src/jobs/runner.ts'
import { createRealPostgres } from '../test/support/real-postgres.ts'

/** Runs `work` on a migrated database of a new server, which stops afterwards. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const server = await createRealPostgres([])
  await server.start()
  try {
    await migrate(server.url)
    const database = openDatabase({ url: server.url })
    await migrateJobs(database.pool)
    const result = await work(database)
    await database.close()
    return result
  } finally {
    await server.stop()
  }
}
