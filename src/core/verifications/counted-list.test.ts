import fc from 'fast-check'
import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { expect, test } from 'vitest'
import { writeManyVerifications } from '../../../test/support/many-verifications.ts'
import { database, newContext } from '../../../test/support/organization.ts'
import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { type ListRequest, only } from '../lists/index.ts'
import { listVerifications, rollUpVerifications } from './index.ts'
import { pairsOf } from './metadata.ts'

const [first, last] = [new Date('2026-01-05T00:00:00Z'), new Date('2026-03-29T00:00:00Z')]

/** An organization with this many verifications. Every ninth is deleted. */
async function newMany(rows: number): Promise<Context> {
  const ctx = await newContext()
  await withClient(async (client) => {
    await writeManyVerifications(client, { organizationId: ctx.organizationId, rows, links: 7, first, last })
    await client.query(
      `update verifications set deleted_at = now(), updated_at = now() where organization_id = $1 and get_byte(uuid_send(id), 15) % 9 = 0`,
      [ctx.organizationId],
    )
  })
  return ctx
}

async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

type Asked = ListRequest & { where: string; by: string }

const withPair = (key: string, value: string) => `id in (select verification_id from verification_metadata
  where pair = '${pairsOf({ [key]: value })[0]}')`

/** List requests, with the same condition in plain SQL. */
const narrowings: { where: string; request: ListRequest }[] = [
  { where: 'true', request: {} },
  { where: `status = 'completed'`, request: { filters: [only('status', 'completed')] } },
  { where: `status in ('started', 'cancelled')`, request: { filters: [only('status', 'started', 'cancelled')] } },
  { where: `result is null`, request: { filters: [{ field: 'result', absent: true }] } },
  { where: `tier is null or tier = 'panel 5'`, request: { filters: [only('tier', null, 'panel 5')] } },
  {
    where: `is_scan and type like '%crim%'`,
    request: { filters: [only('isScan', true), { field: 'type', contains: 'Crim' }] },
  },
  { where: `status in ('completed')`, request: { search: 'Completed' } },
  { where: `tier like '%panel%' or type like '%panel%'`, request: { search: 'panel' } },
  { where: 'true', request: { search: 'VERIF' } },
  { where: 'false', request: { search: 'no such' } },
  {
    where: `created_at >= '2026-02-01T00:00:00.0001Z' and created_at < '2026-03-01T10:00:00.001001Z'`,
    request: {
      filters: [{ field: 'createdAt', from: '2026-02-01T00:00:00.0001Z', before: '2026-03-01T10:00:00.001001Z' }],
    },
  },
  { where: withPair('batch', 'spring'), request: { metadata: { batch: 'spring' } } },
  { where: withPair('internal_id', 'u42'), request: { metadata: { internal_id: 'u42' } } },
  {
    where: `${withPair('batch', 'spring')} and status = 'completed'`,
    request: { metadata: { batch: 'spring' }, filters: [only('status', 'completed')] },
  },
]
const words = ['0000', '1', 'e', 'ed', '-17', 'n-176', 'county', '_', 'ab', '7a3', 'zzz', '9f']

const contains = (text: string) => `position('${text}' in lower(verification_public_id(id) || chr(10)
  || coalesce(agreement_link_public_id(agreement_link_id), '') || chr(10) || concat_ws(chr(10), type, subtype, tier, status, result))) > 0`

const orders: { by: string; request: ListRequest }[] = [
  { by: 'id desc', request: {} },
  { by: 'id', request: { sorts: [{ field: 'createdAt', direction: 'asc' }] } },
  { by: 'updated_at, id', request: { sorts: [{ field: 'updatedAt', direction: 'asc' }] } },
  { by: 'updated_at desc, id desc', request: { sorts: [{ field: 'updatedAt', direction: 'desc' }] } },
  { by: 'status, id', request: { sorts: [{ field: 'status', direction: 'asc' }] } },
  { by: 'tier desc, id desc', request: { sorts: [{ field: 'tier', direction: 'desc' }] } },
  { by: 'completed_at desc, id desc', request: { sorts: [{ field: 'completedAt', direction: 'desc' }] } },
  {
    by: 'organization_id, type desc, result, id',
    request: {
      sorts: [
        { field: 'organizationId', direction: 'asc' },
        { field: 'type', direction: 'desc' },
        { field: 'result', direction: 'asc' },
      ],
    },
  },
  { by: 'agreement_link_id desc, id desc', request: { sorts: [{ field: 'agreementLinkId', direction: 'desc' }] } },
]

const anyQuestion: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...narrowings),
      fc.constantFrom(...words).map((search) => ({ where: contains(search), request: { search } })),
    ),
    fc.constantFrom(...orders),
  )
  .map(([narrowing, order]) => ({ ...narrowing.request, ...order.request, where: narrowing.where, by: order.by }))

/** What the list must return, by `count(*)` and `OFFSET`. */
async function askPlainly(ctx: Context, { where, by }: Asked, size: number, offset: number) {
  const from = `from verifications where organization_id = '${ctx.organizationId}' and deleted_at is null and (${where})`
  const { rows } = await sql<{ ids: string[]; total: number }>`select (select count(*) ${sql.raw(from)})::int as total,
    array(select id ${sql.raw(from)} order by ${sql.raw(by)} limit ${sql.lit(size)} offset ${sql.lit(offset)})::text[] as ids`.execute(
    ctx.db,
  )
  return { ids: rows[0]?.ids ?? [], total: rows[0]?.total ?? 0 }
}

async function askList(ctx: Context, { where: _, by: __, ...request }: Asked, size: number, number: number) {
  const { items, total } = await listVerifications(ctx, { ...request, page: { number, size } })
  return { ids: items.map(({ id }) => id), total }
}

/** The list and the expected rows, read in one snapshot. */
function compare(ctx: Context, asked: Asked, size: number, number: number): Promise<void> {
  return transaction(ctx, async (inner) => {
    await sql`set transaction isolation level repeatable read`.execute(inner.db)
    const plain = await askPlainly(inner, asked, size, (number - 1) * size)
    expect(await askList(inner, asked, size, number)).toEqual(plain)
  })
}

/** SQL statements that change a share of the rows. */
const changes = [
  `update verifications set status = 'completed', result = 'verified', sub_status = null, completed_at = now(), updated_at = clock_timestamp()
    where status = 'in_progress' and deleted_at is null and $share`,
  `update verifications set updated_at = clock_timestamp() where $share`,
  `update verifications set deleted_at = now(), updated_at = now() where $share`,
  `update verifications set deleted_at = null where deleted_at is not null and $share`,
  `delete from verifications where $share`,
  `update verifications set agreement_link_id = null where $share`,
]
const change = (ctx: Context, which: number, share: number) =>
  database.pool.query(
    `${changes[which]?.replace('$share', `get_byte(uuid_send(id), 14) % 16 = ${share}`)} and organization_id = '${ctx.organizationId}'`,
  )

const anyPage = fc.record({
  asked: anyQuestion,
  size: fc.constantFrom(1, 7, 50),
  number: fc.integer({ min: 1, max: 40 }),
})

test('a page and its total equal those of count(*) and OFFSET, for every request', async () => {
  const ctx = await newMany(400)
  const ask = fc.asyncProperty(anyPage, ({ asked, size, number }) => compare(ctx, asked, size, number))
  await fc.assert(ask, { numRuns: 40 })
  await rollUpVerifications(database.system)
  await fc.assert(ask, { numRuns: 40 })
})

test('pages and totals stay exact after changes and deletes, whichever part of them was rolled up', async () => {
  const ctx = await newMany(300)
  const anyChange = fc.tuple(fc.nat(changes.length - 1), fc.nat(15), fc.constantFrom(0, 1, 10, 5_000))
  const check = fc.asyncProperty(
    fc.array(anyChange, { maxLength: 3 }),
    fc.array(anyPage, { minLength: 4, maxLength: 8 }),
    async (made, pages) => {
      for (const word of words.slice(0, 6)) await sql`select want_searched_piece(${word})`.execute(ctx.db)
      for (const [which, share, most] of made) {
        await change(ctx, which, share)
        await database.pool.query('select roll_up_verifications($1)', [most])
        await database.pool.query('select keep_searched_pieces()')
      }
      for (const { asked, size, number } of pages) await compare(ctx, asked, size, number)
    },
  )
  await fc.assert(check, { numRuns: 12 })
})

/** Runs the work while other connections write, change, delete and roll up rows. */
async function amongWriters(ctx: Context, writes: readonly number[], work: () => Promise<void>): Promise<void> {
  let isDone = false
  const write = async (share: number) => {
    for (let turn = 0; !isDone; turn++) {
      await change(ctx, writes[turn % writes.length] ?? 0, (share + turn) % 16)
      await database.pool.query('select roll_up_verifications(20)')
    }
  }
  const writing = Promise.all([write(3), write(11)])
  await work().finally(() => {
    isDone = true
  })
  await writing
}

test('pages and totals are exact in every snapshot while others write and roll up', async () => {
  const ctx = await newMany(300)
  const check = fc.asyncProperty(anyPage, ({ asked, size, number }) => compare(ctx, asked, size, number))
  await amongWriters(ctx, [0, 1, 2, 3, 5], () => fc.assert(check, { numRuns: 40 }))
})

test('numbered pages show every row once while others change rows that keep their places', async () => {
  const ctx = await newMany(300)
  await amongWriters(ctx, [0, 1, 5], async () => {
    const { ids, total } = await askPlainly(ctx, { where: 'true', by: 'id desc' }, 1_000, 0)
    const met: string[] = []
    for (let number = 1; met.length < total; number++)
      met.push(...(await askList(ctx, { where: '', by: '' }, 10, number)).ids)
    expect(met).toEqual(ids)
  })
})

test.each(['createdAt', 'status', 'type'])(
  'a walk by %s shows every lasting row once while others come and go, and all its links work',
  async (field) => {
    const ctx = await newMany(200)
    const staying = `get_byte(uuid_send(id), 14) % 16 not in (0, 1) and status = 'completed'`
    const { ids } = await askPlainly(ctx, { where: staying, by: 'id' }, 1_000, 0)
    const met: string[] = []
    const goAway = () =>
      database.pool.query(
        `delete from verifications where organization_id = $1 and not (${staying})
      and id in (select id from verifications where organization_id = $1 order by random() limit 9)`,
        [ctx.organizationId],
      )
    for (let after: string | null | undefined; after !== null; await goAway()) {
      const { items, walk } = await listVerifications(ctx, {
        sorts: [{ field, direction: 'asc' }],
        walk: { size: 9, ...(after ? { after } : {}) },
      })
      met.push(...items.map(({ id }) => id))
      after = walk?.next ?? null
    }
    expect(new Set(met).size).toBe(met.length)
    expect(met.filter((id) => ids.includes(id)).sort()).toEqual(ids)
  },
)
