import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import { formatId, type Id, newId } from '../ids.ts'
import { followEvents, listEvents } from './index.ts'

const emit = (ctx: Context) => recordEvent(ctx, 'verification', { type: 'verification', id: newId() }, {})
const emitNow = (ctx: Context) => transaction(ctx, emit)

/** Records an event as a process with a wrong clock does. */
async function emitSkewed(ctx: Context, skewMs: number): Promise<Id> {
  const now = Date.now() + skewMs
  vi.useFakeTimers({ toFake: ['Date'], now })
  return emitNow({ ...ctx, now: new Date(now) }).finally(() => vi.useRealTimers())
}

/** Follows from a cursor until no event comes. */
async function readOn(ctx: Context, after: string, size = 100): Promise<{ ids: Id[]; after: string }> {
  const { events, cursor } = await followEvents(ctx, { after, size })
  if (events.length === 0) return { ids: [], after: cursor }
  const rest = await readOn(ctx, cursor, size)
  return { ids: [...events.map((event) => event.id), ...rest.ids], after: rest.after }
}

async function startHere(ctx: Context): Promise<string> {
  return (await followEvents(ctx, { size: 1 })).cursor
}

/** A transaction that has recorded an event and has not committed. */
async function emitSlowly(ctx: Context) {
  const [begun, mayEnd] = [Promise.withResolvers<Id>(), Promise.withResolvers<void>()]
  const ended = transaction(ctx, async (inner) => {
    const id = await emit(inner)
    // This statement sends the pipelined event to the database.
    await inner.db.selectFrom('webhooks').select('id').execute()
    begun.resolve(id)
    await mayEnd.promise
  })
  const id = await begun.promise
  const commit = () => {
    mayEnd.resolve()
    return ended
  }
  return { id, commit }
}

test('a follower gets every later event once, in order, with any page size', async () => {
  const ctx = await newContext({ now: new Date() })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 }), async (size, count) => {
      const start = await startHere(ctx)
      const emitted: Id[] = []
      for (let n = 0; n < count; n++) emitted.push(await emitNow(ctx))
      expect((await readOn(ctx, start, size)).ids).toEqual(emitted)
    }),
    { numRuns: 15 },
  )
})

test('events of nodes whose clocks differ by a minute are followed and listed in the order of recording', async () => {
  const ctx = await newContext({ now: new Date() })
  const start = await startHere(ctx)
  const ids: Id[] = []
  for (const skewMs of [30_000, -30_000, 0, -30_000, 30_000]) ids.push(await emitSkewed(ctx, skewMs))
  const [first = ''] = ids
  expect((await readOn(ctx, start, 2)).ids).toEqual(ids)
  expect((await readOn(ctx, formatId('event', first))).ids).toEqual(ids.slice(1))
  expect((await listEvents(ctx, {})).items.map(({ id }) => id)).toEqual([...ids].reverse())
})

test('an event that is committed after a younger one is not missed, because the younger one waits for it', async () => {
  const ctx = await newContext({ now: new Date() })
  const start = await startHere(ctx)
  const older = await emitSlowly(ctx)
  const younger = await emitNow(ctx)
  const early = await readOn(ctx, start)
  expect(early.ids).toEqual([])
  await older.commit()
  expect((await readOn(ctx, early.after)).ids).toEqual([older.id, younger])
})

test('an open transaction of one organization does not delay the followers of another', async () => {
  const [ctx, other] = [await newContext({ now: new Date() }), await newContext({ now: new Date() })]
  const slow = await emitSlowly(other)
  const start = await startHere(ctx)
  const id = await emitNow(ctx)
  expect((await readOn(ctx, start)).ids).toEqual([id])
  await slow.commit()
})

test('followers of many writers at once get every event once, in one order', async () => {
  const ctx = await newContext({ now: new Date() })
  const start = await startHere(ctx)
  const writing = Promise.all(Array.from({ length: 8 }, () => writeMany(ctx, 10)))
  const seen: Id[] = []
  for (let after = start; seen.length < 80; ) {
    const part = await readOn(ctx, after, 7)
    seen.push(...part.ids)
    after = part.after
  }
  expect(new Set(seen)).toEqual(new Set((await writing).flat()))
  expect((await readOn(ctx, start)).ids).toEqual(seen)
})

async function writeMany(ctx: Context, count: number): Promise<Id[]> {
  const ids: Id[] = []
  for (let n = 0; n < count; n++) ids.push(await emitNow(ctx))
  return ids
}

test('a follower gets no events of another organization, and none from before', async () => {
  const [ctx, other] = [await newContext({ now: new Date() }), await newContext({ now: new Date() })]
  await emitNow(ctx)
  const start = await startHere(ctx)
  await emitNow(other)
  expect((await readOn(ctx, start)).ids).toEqual([])
})

test.each(['', 'x', 'evt_1', 'AAAA', `${'A'.repeat(22)}=`])('%j is refused as a cursor', async (after) => {
  const ctx = await newContext()
  await expect(followEvents(ctx, { after, size: 1 })).rejects.toMatchObject({ code: 'validation_failed' })
})
