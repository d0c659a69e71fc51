import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { StartupError } from '../startup-error.ts'
import { connectOnce } from './connect-once.ts'

export type Migration = { name: string; sql: string; sha256: string }

const folder = new URL('../../migrations/', import.meta.url)
// A fixed number on which all processes that migrate this database agree.
const advisoryLock = 7_325_263

/**
 * Migrates the database under an advisory lock: changed functions, new files of migrations/ in order, changed files of
 * after-tables/, each in a transaction. Returns the names of the new migrations. `steps` are those of an earlier
 * version, without after-tables/. Throws StartupError when the server is unsuitable or a file fails.
 */
export async function migrate(url: string, steps?: Migration[]): Promise<string[]> {
  const client = await connectOnce(url, 'sealane migrate')
  try {
    await checkServer(client)
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    return await applyAll(client, steps ?? (await readMigrations()), steps ? [] : await readFolder('after-tables/'))
  } finally {
    await client.end()
  }
}

/** The files of migrations/ that change tables, in order. */
export const readMigrations = (): Promise<Migration[]> => readFolder('', /^\d{4}_.*\.sql$/)

async function readFolder(path: string, pattern = /\.sql$/): Promise<Migration[]> {
  const names = (await readdir(new URL(path, folder))).filter((name) => pattern.test(name)).sort()
  return Promise.all(
    names.map(async (file) => {
      const name = `${path}${file}`
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string; standby: boolean }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
     pg_is_in_recovery() as standby`,
  )
  const [{ version, encoding, standby } = { version: '0', encoding: '', standby: false }] = rows
  if (Number(version) < 150_000) {
    throw new StartupError(
      `Sealane needs PostgreSQL 15 or newer; this server is ${Number(version) / 10_000}.`,
      'Upgrade it, or use another.',
    )
  }
  if (standby) {
    const advice = 'Name the primary in DATABASE_URL.'
    throw new StartupError('The server in DATABASE_URL is a standby, which takes no writes.', advice)
  }
  if (encoding !== 'UTF8') {
    const advice = `Make one: CREATE DATABASE sealane ENCODING 'UTF8' TEMPLATE template0;`
    throw new StartupError(`Sealane needs a database in UTF8; this one is in ${encoding}.`, advice)
  }
}

async function applyAll(client: pg.Client, migrations: Migration[], views: Migration[]): Promise<string[]> {
  await client.query(`create table if not exists migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  refuseOther(applied, migrations)
  const role = await readFile(new URL('role.sql', folder), 'utf8')
  await inTransaction(client, 'role.sql', () => client.query(role))
  await replaceChanged(client, applied, await readFolder('functions/'))
  const fresh = migrations.filter(({ name }) => !applied.has(name))
  for (const migration of fresh) await applyOne(client, migration)
  await replaceChanged(client, applied, views)
  return fresh.map(({ name }) => name)
}

/**
 * Refuses a database with a migration that is unknown here or differs. Older code cannot read newer tables, so a
 * restored backup is the only way back from an upgrade.
 */
function refuseOther(applied: Map<string, string>, migrations: Migration[]): void {
  const changed = migrations.find(({ name, sha256 }) => (applied.get(name) ?? sha256) !== sha256)
  if (changed) {
    throw new StartupError(
      `Migration ${changed.name} was changed after it was applied here: another Sealane made the database.`,
      'Use the one that made it, or, before 0.1.0, start with a new home (SEALANE_HOME) or a new database.',
    )
  }
  const ours = (name: string) => name.includes('/') || migrations.some((migration) => migration.name === name)
  const unknown = [...applied.keys()].filter((name) => !ours(name))
  if (unknown.length === 0) return
  throw new StartupError(
    `The database has ${unknown.sort().join(', ')}, which this Sealane does not know: another Sealane made it.`,
    'Start the newer Sealane, or restore the backup that was made before the upgrade. A database from before 0.1.0 must be replaced: start with a new home (SEALANE_HOME) or a new database.',
  )
}

/** Applies functions or views whose text has changed. They may use tables that a later file creates. */
async function replaceChanged(client: pg.Client, applied: Map<string, string>, files: Migration[]): Promise<void> {
  const changed = files.filter(({ name, sha256 }) => applied.get(name) !== sha256)
  for (const file of changed)
    await applyOne(client, { ...file, sql: `set local check_function_bodies = off;\n${file.sql}` })
}

function applyOne(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  return inTransaction(client, name, async () => {
    await client.query(sql)
    await client.query(
      `insert into migrations (name, sha256) values ($1, $2)
       on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()`,
      [name, sha256],
    )
  })
}

async function inTransaction(client: pg.Client, name: string, run: () => Promise<unknown>): Promise<void> {
  await client.query('begin')
  try {
    await run()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartupError(`Migration ${name} failed: ${reason.replace(/\.$/, '')}.`, adviseOn(error), { cause: error })
  }
}

/** The advice for a failed migration. A file can give its own in the hint of its error. */
function adviseOn(error: unknown): string {
  if (error instanceof pg.DatabaseError) {
    if (error.hint) return error.hint
    if (error.code === '42501') return 'Let this user own the database: ALTER DATABASE … OWNER TO …;'
    if (error.code === '42P07') return 'Give Sealane a database of its own: this one holds tables of something else.'
    if (error.code === '53100') return 'Free space on the disk of the database, and start again.'
  }
  return 'Nothing of it was kept. Mend that, and start again.'
}
