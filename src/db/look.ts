import { connectOnce } from './connect-once.ts'
import { readMigrations } from './migrate.ts'

type ServerFacts = { version: string; isSuperuser: boolean; now: Date }

/** The version, role and time of a server. Changes nothing. */
export async function describeServer(url: string): Promise<ServerFacts> {
  const client = await connectOnce(url, 'sealane doctor')
  try {
    const { rows } = await client.query<ServerFacts>(
      `select current_setting('server_version') as version, rolsuper as "isSuperuser", clock_timestamp() as now
       from pg_roles where rolname = current_user`,
    )
    return rows[0] ?? { version: 'unknown', isSuperuser: false, now: new Date() }
  } finally {
    await client.end()
  }
}

/** The names of the migrations that the next start would apply. Changes nothing. */
export async function findPendingMigrations(url: string): Promise<string[]> {
  const client = await connectOnce(url, 'sealane doctor')
  try {
    const names = (await readMigrations()).map(({ name }) => name)
    const { rows } = await client.query<{ is: boolean }>("select to_regclass('migrations') is not null as is")
    if (!rows[0]?.is) return names
    const applied = await client.query<{ name: string }>('select name from migrations')
    return names.filter((name) => !applied.rows.some((row) => row.name === name))
  } finally {
    await client.end()
  }
}
