import { sql } from 'kysely'
import type { Handle } from './client/connection.ts'

/** A table of fewer rows is read fast by any plan. */
const few = 1_000

/**
 * Counts the tables that PostgreSQL takes for small, so that it plans for what is in them now. It counts by itself once a
 * minute. Until then a plan of the first rows stays: each check of a foreign key read all rows of the organization.
 * Runs on the system handle.
 */
export async function analyzeSmall(db: Handle, tables: readonly string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class
    where oid = any(${tables}::text[]::regclass[]) and reltuples < ${few}`.execute(db)
  if (rows.length > 0) await sql`analyze ${sql.join(rows.map(({ name }) => sql.raw(name)))}`.execute(db)
}
