import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { newId } from '../src/core/ids.ts'
import { openDatabase } from '../src/db/index.ts'
import { database, newContext } from './support/organization.ts'

test('a tenant can reach only tables with row-level security', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and has_table_privilege('sealane_tenant', oid, 'select, insert, update, delete, truncate')
      and not (relrowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))`.execute(
    database.system,
  )
  expect(rows).toEqual([])
})

test('a tenant can run only the intended functions with the rights of the owner', async () => {
  const { rows } = await sql<{ name: string }>`
    select proname as name from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege('sealane_tenant', oid, 'execute')
    order by 1`.execute(database.system)
  const searches = ['count_ids_containing', 'find_ids_containing', 'want_searched_piece']
  expect(rows.map(({ name }) => name)).toEqual([searches[0], 'enqueue_job', ...searches.slice(1)])
})

test.each([
  sql`update documents set sha256 = ''`,
  sql`delete from document_contents`,
  sql`delete from field_values`,
  sql`update audit_events set data = '{}'`,
  sql`update agreement_versions set source = ''`,
  sql`update users set email = 'taken@example.com'`,
  sql`select * from sessions`,
  sql`select * from sign_in_accounts`,
  sql`select * from searched_ids`,
  sql`select * from searched_piece_counts`,
  sql`delete from verification_counts`,
  sql`insert into verification_deltas (organization_id, verification_id) values (current_organization_id(), gen_random_uuid())`,
  sql`select count_searched_ids(current_organization_id(), '1', '{}')`,
  sql`select roll_up_verifications(1)`,
  sql`delete from organizations`,
])('the role of tenants is refused number %#', async (statement) => {
  const { db } = await newContext()
  await expect(statement.execute(db)).rejects.toThrow(/permission denied/)
})

test('tenants run as their role, whatever options the URL of the database has', async () => {
  const url = new URL(inject('databaseUrl'))
  url.searchParams.set('options', '-c statement_timeout=60s')
  const other = openDatabase({ url: url.href, maxConnections: 1 })
  onTestFinished(() => other.close())
  const { rows } = await sql`select current_user as role`.execute(other.forOrganization(newId()))
  expect(rows).toEqual([{ role: 'sealane_tenant' }])
})

test('a row of another organization can be neither written nor moved', async () => {
  const [mine, theirs] = [await newContext(), await newContext()]
  const values = {
    id: newId(),
    name: 'spy',
    permissions: [],
    is_builtin: false,
    created_at: mine.now,
    updated_at: mine.now,
  }
  const insert = mine.db.insertInto('roles').values({ ...values, organization_id: theirs.organizationId })
  await expect(insert.execute()).rejects.toThrow(/row-level security/)
  const move = mine.db.updateTable('roles').set({ organization_id: theirs.organizationId, name: 'spy' })
  await expect(move.execute()).rejects.toThrow(/row-level security/)
})
