import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { writeManyVerifications } from '../../../test/support/many-verifications.ts'
import { database, newContext } from '../../../test/support/organization.ts'
import type { Context } from '../context.ts'
import { formatId } from '../ids.ts'
import { listVerifications, rollUpVerifications } from './index.ts'
import { pieceOfId } from './search.ts'

async function newMany(rows: number, month = '01'): Promise<Context> {
  const ctx = await newContext()
  const [first, last] = [new Date(`2026-${month}-05T00:00:00Z`), new Date(`2026-${month}-25T00:00:00Z`)]
  const client = await database.pool.connect()
  await writeManyVerifications(client, { organizationId: ctx.organizationId, rows, links: 3, first, last }).finally(
    () => client.release(),
  )
  return ctx
}

const find = async (ctx: Context, search: string) => {
  const { items, total } = await listVerifications(ctx, { search, page: { number: 1, size: 50 } })
  return { ids: items.map(({ id }) => id), total }
}

test.each([
  ['0000', '0000'],
  ['_0a5c', '_0a5c'],
  ['1683225191102_0a5c', '1683225191102_0a5c'],
  ['-16', '-16'],
  ['ation-1683', '^-1683'],
  ['xation-1683', null],
  ['-', null],
  ['completed', null],
  ['1683_2_', null],
  ['0a5c-', null],
])('%j may be in an id as %j', (text, piece) => {
  expect(pieceOfId(text)).toBe(piece)
})

test('a search finds nothing of another organization, by any part of its ids or links', async () => {
  const [theirs, mine] = [await newMany(20), await newMany(1, '06')]
  await rollUpVerifications(database.system)
  const { items } = await listVerifications(theirs, {})
  const pieces = items.flatMap(({ id, agreementLinkId }) => [
    id.slice(-12),
    formatId('verification', id),
    formatId('verification', id).slice(8, 40),
    agreementLinkId ? formatId('agreement_link', agreementLinkId) : id,
  ])
  expect(pieces).toHaveLength(80)
  for (const piece of pieces) expect(await find(mine, piece)).toEqual({ ids: [], total: 0 })
})

test('the SQL functions that search ids reveal nothing of another tenant, whatever a tenant passes', async () => {
  const [theirs, mine] = [await newMany(20), await newContext()]
  await rollUpVerifications(database.system)
  const { rows } = await sql`select (select count(*)::int from count_ids_containing('1', '{}')) as counted,
    (select count(*)::int from find_ids_containing('1', (select array_agg(k::smallint) from generate_series(0, 32767) k), true,
      '00000000-0000-0000-0000-000000000000', 100)) as found,
    (select count(*)::int from verification_search_kinds(${theirs.organizationId}, '2', '1')) as kinds,
    (select count(*)::int from verification_kinds(${theirs.organizationId})) as counts`.execute(mine.db)
  expect(rows).toEqual([{ counted: 0, found: 0, kinds: 0, counts: 0 }])
})

test('the count of a text that many ids contain is stored after the first search, and stays exact', async () => {
  const ctx = await newMany(2_400)
  const plain = () =>
    sql<{ n: number }>`select count(*)::int as n from verifications where organization_id = ${ctx.organizationId}
      and deleted_at is null and position('7' in verification_public_id(id)) > 0`
      .execute(ctx.db)
      .then(({ rows }) => rows[0]?.n)
  await rollUpVerifications(database.system)
  expect((await find(ctx, '7')).total).toBe(await plain())
  await rollUpVerifications(database.system)
  const kept = await database.pool.query(
    `select from searched_pieces where organization_id = $1 and since is not null`,
    [ctx.organizationId],
  )
  expect(kept.rowCount).toBe(1)
  await database.pool.query(
    `update verifications set deleted_at = now() where organization_id = $1 and status = 'completed'`,
    [ctx.organizationId],
  )
  expect((await find(ctx, '7')).total).toBe(await plain())
})
