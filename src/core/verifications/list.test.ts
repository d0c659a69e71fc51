import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { keyActor, newContext } from '../../../test/support/organization.ts'
import { newVerification } from '../../../test/support/verifications.ts'
import type { Context } from '../context.ts'
import { formatId, newId } from '../ids.ts'
import { type ListRequest, only } from '../lists/index.ts'
import { listVerifications } from './index.ts'

const page = { number: 1, size: 50 }
const ask = async (ctx: Context, query: ListRequest) =>
  (await listVerifications(ctx, { page, ...query })).items.map(({ type }) => type)

async function newThree(): Promise<Context> {
  const ctx = await newContext()
  const later = (ms: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + ms) })
  await newVerification(ctx, { metadata: { internal_id: '123', name: 'John Doe' } })
  await newVerification(later(1), {
    type: 'motor_vehicle_record',
    metadata: { internal_id: 123, is_new: true, age: 1.5 },
  })
  await newVerification(later(2), {
    type: 'panel_drug',
    tier: 'panel 10',
    metadata: { internal_id: '1234', gone: null },
  })
  return ctx
}

test('the newest comes first, pages have each record once, and the total is exact', async () => {
  const ctx = await newThree()
  const pages = await Promise.all([1, 2, 3].map((number) => listVerifications(ctx, { page: { number, size: 2 } })))
  expect(pages.map(({ total }) => total)).toEqual([3, 3, 3])
  const types = pages.flatMap(({ items }) => items.map(({ type }) => type))
  expect(types).toEqual(['panel_drug', 'motor_vehicle_record', 'enhanced_identity_verification'])
})

test.each([
  ['PANEL 1', ['panel_drug']],
  ['motor', ['motor_vehicle_record']],
  ['In_Progress', ['motor_vehicle_record']],
  ['pending', ['motor_vehicle_record']],
  ['%', []],
  ['\\', []],
  ['enhanced-identity', []],
  ['no such', []],
])('a search for %s finds what contains it, in any case, with no wildcards', async (search, types) => {
  expect(await ask(await newThree(), { search })).toEqual(types)
})

test('a search finds a public id and any part of it', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx)
  const publicId = formatId('verification', id)
  expect(await ask(ctx, { search: publicId })).toHaveLength(1)
  expect(await ask(ctx, { search: publicId.slice(-12).toUpperCase() })).toHaveLength(1)
})

test('the database writes public ids as core does', async () => {
  const ctx = await newContext()
  const ids = [...fc.sample(fc.uuid(), 50), newId()]
  for (const id of ids) {
    const { rows } = await sql<{ link: string; verification: string }>`
      select agreement_link_public_id(${id}) as link, verification_public_id(${id}) as verification`.execute(ctx.db)
    expect(rows).toEqual([{ link: formatId('agreement_link', id), verification: formatId('verification', id) }])
  }
})

test.each([
  [{ internal_id: '123' }, 2],
  [{ internal_id: 123 }, 2],
  [{ internal_id: '123', name: 'John Doe' }, 1],
  [{ internal_id: '123', name: 'john doe' }, 0],
  [{ is_new: 'true' }, 1],
  [{ age: '1.5' }, 1],
  [{ gone: null }, 1],
  [{ internal_id: '0123' }, 0],
])('metadata %j is an AND of equalities on text', async (metadata, count) => {
  expect(await ask(await newThree(), { metadata })).toHaveLength(count)
})

test('every named field sorts and filters a list, alone and together with others', async () => {
  const ctx = await newThree()
  expect(await ask(ctx, { sorts: [{ field: 'type', direction: 'asc' }] })).toEqual([
    'enhanced_identity_verification',
    'motor_vehicle_record',
    'panel_drug',
  ])
  expect(await ask(ctx, { filters: [only('status', 'started'), { field: 'tier', absent: true }] })).toEqual([
    'enhanced_identity_verification',
  ])
  expect(await ask(ctx, { filters: [only('isScan', true), only('id')] })).toEqual([])
  expect(await ask(ctx, { filters: [only('type', 'panel_drug', 'motor_vehicle_record')] })).toHaveLength(2)
  const narrow = { filters: [only('status', 'started')], search: 'panel', metadata: { internal_id: '1234' } }
  expect(await ask(ctx, narrow)).toHaveLength(1)
})

test.each([{ search: 'a\0b' }, { search: '\ud800' }, { metadata: { a: { b: 1 } } }, { metadata: { a: '\0' } }])(
  '%j is refused, not passed to the database',
  async (query) => {
    await expect(ask(await newContext(), query)).rejects.toMatchObject({ code: 'validation_failed' })
  },
)

test('an organization sees only its own verifications, and only with the permission', async () => {
  const [ctx, other] = [await newThree(), await newContext()]
  expect(await ask(other, {})).toEqual([])
  await expect(ask({ ...ctx, actor: keyActor([]) }, {})).rejects.toMatchObject({ permission: 'verifications:read' })
})
