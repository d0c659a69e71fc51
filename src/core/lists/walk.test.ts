import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { newVerification } from '../../../test/support/verifications.ts'
import { listRoles } from '../accounts/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { deleteVerification, listVerifications } from '../verifications/index.ts'
import { type ListRequest, only, type Page } from './index.ts'

type Ask = (walk: { size: number; after?: string; before?: string }) => Promise<Page<{ id: Id }>>

/** All parts of a walk from its beginning to its end, and back. */
async function walkThere(ask: Ask, size: number) {
  const parts = [await ask({ size })]
  for (let next = parts[0]?.walk?.next; next; next = parts.at(-1)?.walk?.next)
    parts.push(await ask({ size, after: next }))
  return parts
}

async function walkBack(ask: Ask, size: number, last: Page<{ id: Id }> | undefined) {
  const parts: Page<{ id: Id }>[] = []
  for (let before = last?.walk?.previous; before; before = parts[0]?.walk?.previous)
    parts.unshift(await ask({ size, before }))
  return parts
}

const idsOf = (parts: Page<{ id: Id }>[]) => parts.flatMap(({ items }) => items.map(({ id }) => id))

async function newMany(): Promise<Context> {
  const ctx = await newContext()
  const types = ['enhanced_identity_verification', 'motor_vehicle_record', 'panel_drug']
  for (const [index, tier] of [null, null, 'panel 5', null, 'panel 10', null, null].entries()) {
    const type = tier ? 'panel_drug' : (types[index % 2] ?? '')
    await newVerification({ ...ctx, now: new Date(ctx.now.getTime() + (index >> 1)) }, { type, tier })
  }
  return ctx
}

test.each<[string, ListRequest]>([
  ['the newest first', {}],
  ['one key, going up', { sorts: [{ field: 'createdAt', direction: 'asc' }] }],
  ['empty values, going up', { sorts: [{ field: 'submittedAt', direction: 'asc' }] }],
  ['empty values, going down', { sorts: [{ field: 'tier', direction: 'desc' }] }],
  [
    'keys in both directions',
    {
      sorts: [
        { field: 'status', direction: 'desc' },
        { field: 'tier', direction: 'asc' },
      ],
    },
  ],
  ['filters', { filters: [only('status', 'started')], search: 'e' }],
])('a walk by %s meets every row once, there and back, in the order of its pages', async (_, request) => {
  const ctx = await newMany()
  const wanted = (await listVerifications(ctx, { ...request, page: { number: 1, size: 50 } })).items.map(({ id }) => id)
  const ask: Ask = (walk) => listVerifications(ctx, { ...request, walk })
  const there = await walkThere(ask, 2)
  expect(idsOf(there)).toEqual(wanted)
  const back = await walkBack(ask, 2, there.at(-1))
  expect(idsOf([...back, ...there.slice(-1)])).toEqual(wanted)
})

test('a walk shows every lasting row, however many before and after it come and go', async () => {
  const ctx = await newMany()
  const before = (await listVerifications(ctx, {})).items.map(({ id }) => id)
  const first = await listVerifications(ctx, { walk: { size: 3 } })
  for (const { id } of first.items.slice(0, 2)) await deleteVerification(ctx, id)
  await newVerification({ ...ctx, now: new Date(ctx.now.getTime() + 60_000) })
  const parts = [first]
  for (let after = first.walk?.next; after; after = parts.at(-1)?.walk?.next)
    parts.push(await listVerifications(ctx, { walk: { size: 3, after } }))
  expect(idsOf(parts)).toEqual(before)
  expect(parts.map(({ total, number }) => [total, number])).toEqual([
    [7, 1],
    [7, 2],
    [7, 3],
  ])
})

test.each(['', 'x', 'bnVsbA', 'WyJhIl0'])('%j is refused as a cursor', async (after) => {
  const ctx = await newContext()
  await expect(listVerifications(ctx, { walk: { size: 2, after } })).rejects.toMatchObject({
    code: 'validation_failed',
  })
})

test('a cursor of another request is refused', async () => {
  const ctx = await newMany()
  const { walk } = await listVerifications(ctx, { walk: { size: 2 } })
  const request = { filters: [only('status', 'started')], walk: { size: 2, after: walk?.next ?? '' } }
  await expect(listVerifications(ctx, request)).rejects.toMatchObject({ code: 'validation_failed' })
  await expect(listRoles(ctx, { walk: request.walk })).rejects.toMatchObject({ code: 'validation_failed' })
})
