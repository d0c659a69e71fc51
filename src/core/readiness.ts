import { sql } from 'kysely'
import { type Handle, transaction } from '../db/index.ts'
import type { Said } from '../texts/index.ts'
import { say } from './errors.ts'

/** The organization that is none: its probes are nobody's. */
const nobody = '00000000-0000-7000-8000-000000000000'

type Handles = { system: Handle; forOrganization(organizationId: string): Handle }

/**
 * Proves that the database does what requests need: that a tenant reads every table that is a tenant's and writes, and
 * that the disk takes more than it holds now. Throws what the database says otherwise.
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

/** Tables that tenants may not read, though a policy gives them rows. */
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
 * Tables with rows that a policy gives to tenants, and that their role can do nothing with: a restore without its rights.
 * Tables without a policy are for functions of ours only.
 */
async function findMissingRights(system: Handle): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
      and exists (select from pg_policy where polrelid = pg_class.oid)
      and not has_any_column_privilege('sealane_tenant', oid, 'select')`.execute(system)
  return rows.map(({ name }) => name)
}

// A sort that does not fit into memory goes to a file beside the tables, and that is gone when the query ends. A full disk
// refuses it, where a small write still finds room in a page that is there already.
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

/** What keeps the database from its work, for an operator. */
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
