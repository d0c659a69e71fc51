import { sql } from 'kysely'
import { type Handle, transaction } from '../db/index.ts'
import type { Said } from '../texts/index.ts'
import { say } from './errors.ts'

/** The organization id of the probes. No such organization exists. */
const nobody = '00000000-0000-7000-8000-000000000000'

type Handles = { system: Handle; forOrganization(organizationId: string): Handle }

/**
 * Proves that the database can serve requests: a tenant can read every tenant table and can write, and the disk has
 * room. Throws the database's error otherwise.
 */
export async function proveReadiness(
  { system, forOrganization }: Handles,
  now: Date,
  { undo = false } = {},
): Promise<void> {
  const db = forOrganization(nobody)
  await db.selectFrom('webhooks').select('id').limit(1).execute()
  await writeProbe(db, now, undo)
  const missing = await findMissingRights(system)
  if (missing.length > 0) throw new RightsMissing(missing)
  await fillDisk(system)
}

/** The error for tables that tenants may not read although a policy gives them rows. */
class RightsMissing extends Error {
  readonly tables: readonly string[]

  constructor(tables: readonly string[]) {
    super('rights_missing')
    this.tables = tables
  }
}

class Undone extends Error {}

async function writeProbe(handle: Handle, now: Date, undo: boolean): Promise<void> {
  const write = transaction({ db: handle }, async ({ db }) => {
    await db
      .insertInto('probes')
      .values({ organization_id: nobody, written_at: now })
      .onConflict((conflict) => conflict.column('organization_id').doUpdateSet({ written_at: now }))
      .execute()
    if (undo) throw new Undone()
  })
  await write.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
}

/**
 * Tables with a policy for tenants that their role cannot read, as after a restore without privileges. Tables without a
 * policy are only for SQL functions.
 */
async function findMissingRights(system: Handle): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
      and exists (select from pg_policy where polrelid = pg_class.oid)
      and not has_any_column_privilege('sealane_tenant', oid, 'select')`.execute(system)
  return rows.map(({ name }) => name)
}

// A large sort writes a temporary file beside the tables, which disappears with the query. It fails on a full disk,
// where a small write still finds room in an existing page.
async function fillDisk(system: Handle): Promise<void> {
  await transaction({ db: system }, async ({ db }) => {
    await sql`set local work_mem = '64kB'`.execute(db)
    await sql`
      select sum(length(padded)) from (
        select repeat('x', 200) || number as padded from generate_series(1, 5000) number order by 1 desc) sorted`.execute(
      db,
    )
  })
}

/** What keeps the database from serving requests, in a sentence for an operator. */
export function explainUnreadiness(error: unknown): Said {
  if (error instanceof RightsMissing) return say('database_unreadable', { tables: error.tables })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '53100') return say('database_full')
  if (code === '53300') return say('database_crowded')
  const isChanged = /^(42501|42P01|22023|42704)$/.test(code)
  return isChanged
    ? say('database_changed', { says: error instanceof Error ? error.message : '' })
    : say('database_silent')
}
