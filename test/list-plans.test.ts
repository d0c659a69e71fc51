import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Context } from '../src/core/context.ts'
import type { ListRequest } from '../src/core/lists/index.ts'
import { permissions } from '../src/core/permissions.ts'
import { transaction } from '../src/db/index.ts'
import { resources } from '../src/http/jsonapi/registry.ts'
import { writeManyVerifications } from './support/many-verifications.ts'
import { database, newContext } from './support/organization.ts'

const id = '019a0000-0000-7000-8000-000000000001'
const page = { number: 2, size: 5 }

/**
 * The possible requests for a list: every sort in both directions, every filter with a value, and every way of paging.
 */
function questionsOf({ fields }: (typeof resources)[number]): ListRequest[] {
  const names = Object.entries(fields)
  const sorts = names.filter(([, { sortable }]) => sortable).map(([field]) => field)
  const ids = names
    .filter(([name, { kind, match }]) => kind === 'id' && (name === 'id' || !match))
    .map(([field]) => field)
  const words = names.filter(([, { kind }]) => kind === 'word').map(([field]) => field)
  const found = names.filter(([, { contains }]) => contains).map(([field]) => field)
  return [
    { page },
    { walk: { size: 5 } },
    ...sorts.flatMap((field) =>
      (['asc', 'desc'] as const).map((direction) => ({ page, sorts: [{ field, direction }] })),
    ),
    ...ids.filter((field) => !fields[field]?.match).map((field) => ({ page, filters: [{ field, oneOf: [id] }] })),
    ...words.map((field) => ({ page, filters: [{ field, oneOf: ['started'] }] })),
    ...found.map((field) => ({ page, filters: [{ field, contains: '192.0.2.7' }] })),
  ]
}

/** The tables of tenants that the work scanned completely. */
function scannedBy(ctx: Context, work: (inner: Context) => Promise<unknown>): Promise<string[]> {
  return transaction(ctx, async (inner) => {
    const read = async () =>
      (
        await sql<{
          name: string
          scans: number
        }>`select relname as name, seq_scan as scans from pg_stat_xact_user_tables
          where relname in (select table_name from information_schema.columns where column_name = 'organization_id')`.execute(
          inner.db,
        )
      ).rows
    const before = new Map((await read()).map(({ name, scans }) => [name, scans]))
    await work(inner)
    return (await read()).filter(({ name, scans }) => scans > (before.get(name) ?? 0)).map(({ name }) => name)
  })
}

async function expectNoScan(ctx: Context): Promise<void> {
  for (const resource of resources) {
    const scanned = await scannedBy(ctx, async (inner) => {
      for (const question of questionsOf(resource)) await resource.list(inner, question)
    })
    expect({ type: resource.type, scanned }).toEqual({ type: resource.type, scanned: [] })
  }
}

const newPerson = () => newContext({ actor: { kind: 'user', id, role: 'admin', permissions } })

test('without statistics, no list scans a whole tenant table, in any order and by any field', async () => {
  await expectNoScan(await newPerson())
})

test('with statistics of a tiny table, no list and no search scans a whole tenant table', async () => {
  const ctx = await newPerson()
  const { organizationId } = ctx
  const client = await database.pool.connect()
  const [first, last] = [new Date('2026-01-05T00:00:00Z'), new Date('2026-02-05T00:00:00Z')]
  await writeManyVerifications(client, { organizationId, rows: 5, links: 1, first, last })
  await client.query('analyze')
  await writeManyVerifications(client, { organizationId, rows: 500, links: 1, first, last, seed: 'more' })
  client.release()
  await expectNoScan(ctx)
  const verifications = resources.find(({ type }) => type === 'verifications')
  for (const search of ['completed', '0000', '4bf69a', 'ed', 'zzzzzz'])
    expect(await scannedBy(ctx, async (inner) => verifications?.list(inner, { search, page }))).toEqual([])
})

test('the rows of a page come from an index in their order, and none is sorted', async () => {
  const ctx = await newContext()
  const { rows } = await transaction(ctx, async ({ db }) => {
    await sql`set local enable_sort = off`.execute(db)
    return sql<{
      'QUERY PLAN': string
    }>`explain (costs off) select id from verifications where organization_id = ${ctx.organizationId}::uuid
      and deleted_at is null order by completed_at desc, id desc limit 50`.execute(db)
  })
  expect(rows.map((row) => row['QUERY PLAN']).join()).toMatch(/Index Only Scan Backward using verifications_completed/)
})
