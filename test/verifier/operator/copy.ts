import { sql } from 'kysely'
import type { Id } from '../../../src/core/ids.ts'
import type { Handle } from '../../../src/db/index.ts'

type Table = { name: string; columns: string; key: string; changes: string }

/** The rows of an organization in all tables, as JSON. */
export type Copy = (Table & { rows: string })[]

/** Copies all rows of an organization, as a backup does. */
export async function copyOrganization(db: Handle, organizationId: Id): Promise<Copy> {
  const copies: Copy = []
  for (const table of await listTables(db)) {
    const { rows } = await sql<{ rows: string }>`
      select coalesce(jsonb_agg(to_jsonb(one)), '[]')::text as rows from ${sql.raw(table.name)} one
      where organization_id = ${organizationId}`.execute(db)
    copies.push({ ...table, rows: rows[0]?.rows ?? '[]' })
  }
  return copies
}

/** Replaces the rows of an organization with those of a copy. */
export async function restoreOrganization(db: Handle, organizationId: Id, copies: Copy): Promise<void> {
  for (const { name, columns, key, changes, rows } of copies) {
    const copy = sql`jsonb_populate_recordset(null::${sql.raw(name)}, ${rows}::jsonb)`
    await sql`delete from ${sql.raw(name)} where organization_id = ${organizationId}
      and (${sql.raw(key)}) not in (select ${sql.raw(key)} from ${copy})`.execute(db)
    await sql`insert into ${sql.raw(name)} (${sql.raw(columns)}) overriding system value
      select ${sql.raw(columns)} from ${copy} on conflict (${sql.raw(key)}) ${sql.raw(changes)}`.execute(db)
  }
}

/** All tables of tenants that have a primary key. */
async function listTables(db: Handle): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select quote_ident(relname) as name,
      string_agg(quote_ident(attname), ', ') filter (where attgenerated = '') as columns,
      string_agg(quote_ident(attname), ', ') filter (where attnum = any (indkey)) as key,
      coalesce('do update set ' || string_agg(format('%1$I = excluded.%1$I', attname), ', ')
        filter (where attgenerated = '' and attnum <> all (indkey)), 'do nothing') as changes
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
      join pg_index on indrelid = pg_class.oid and indisprimary
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    group by relname having bool_or(attname = 'organization_id') order by relname`.execute(db)
  return rows
}
