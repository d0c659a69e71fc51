import { sql } from 'kysely'
import type { Handle } from './client/connection.ts'

/** Below this many rows any plan is fast. */
const few = 1_000

/**
 * Refreshes the planner's statistics of the small tables among `tables`. PostgreSQL refreshes them once a minute, and
 * until then keeps plans for few rows: each check of a foreign key then reads all rows of the organization. Runs on the
 * system handle.
 */
export async function analyzeSmall(db: Handle, tables: readonly string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class
    where oid = any(${tables}::text[]::regclass[]) and reltuples < ${few}`.execute(db)
  if (rows.length > 0) await sql`analyze ${sql.join(rows.map(({ name }) => sql.raw(name)))}`.execute(db)
}
