import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { codeOf, StartupError } from '../startup-error.ts'

export type Migration = { name: string; sql: string; sha256: string }

const folder = new URL('../../migrations/', import.meta.url)
// Any fixed number: all processes that migrate this database must agree on it.
const advisoryLock = 7_325_263

/**
 * Brings the database to the newest shape: each file of migrations/ once, in order, each in its own transaction, under
 * an advisory lock, so that any number of processes may start at once. Returns the names of the files applied now.
 * Throws when an applied file was changed afterwards, and StartupError when the server does not let us in or is older
 * than PostgreSQL 15.
 */
export async function migrate(url: string, migrations?: Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'sealane migrate' })
  await client.connect().catch((error) => refuse(client, error))
  try {
    await checkVersion(client)
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    return await applyAll(client, migrations ?? (await readMigrations()))
  } finally {
    await client.end()
  }
}

/** The files of migrations/ in order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** The address is for the operator to compare with the setting; the password stays out of it. */
function refuse({ host, port, user, database }: pg.Client, error: unknown): never {
  const reason = codeOf(error) ?? (error instanceof Error ? error.message : String(error))
  throw new StartupError(
    `The database ${database} on ${host}:${port} does not let ${user} in (${reason}).`,
    'Start the server, or mend DATABASE_URL.',
    { cause: error },
  )
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version")
  const version = Number(rows[0]?.version)
  if (version < 150_000) {
    throw new StartupError(
      `Sealane needs PostgreSQL 15 or newer; this server is ${version / 10_000}.`,
      'Upgrade it, or use another.',
    )
  }
}

async function applyAll(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(`create table if not exists migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  const fresh: string[] = []
  for (const migration of migrations) {
    const known = applied.get(migration.name)
    if (known && known !== migration.sha256) {
      throw new Error(`Migration ${migration.name} was changed after it was applied here. Add a new file instead.`)
    }
    if (known) continue
    await applyOne(client, migration)
    fresh.push(migration.name)
  }
  return fresh
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [migration.name, migration.sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
