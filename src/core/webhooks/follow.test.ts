import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import { type Id, newId } from '../ids.ts'
import { followEvents } from './index.ts'

const emit = (ctx: Context) => recordEvent(ctx, 'verification', { type: 'verification', id: newId() }, {})
const emitNow = (ctx: Context) => transaction(ctx, emit)

/** Reads on from a cursor until nothing comes. */
async function readOn(ctx: Context, after: string, size = 100): Promise<{ ids: Id[]; after: string }> {
  const { events, cursor } = await followEvents({ ...ctx, now: new Date() }, { after, size })
  if (events.length === 0) return { ids: [], after: cursor }
  const rest = await readOn(ctx, cursor, size)
  return { ids: [...events.map((event) => event.id), ...rest.ids], after: rest.after }
}

async function startHere(ctx: Context): Promise<string> {
  return (await followEvents({ ...ctx, now: new Date() }, { size: 1 })).cursor
}

test('who follows gets every event from then on once, in order, whatever the size of a page', async () => {
  const ctx = await newContext({ now: new Date() })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 }), async (size, count) => {
      const start = await startHere(ctx)
      const emitted: Id[] = []
      for (let n = 0; n < count; n++) emitted.push(await emitNow(ctx))
      expect((await readOn(ctx, start, size)).ids).toEqual([...emitted].sort())
    }),
    { numRuns: 15 },
  )
})

test('an event that is committed after a younger one is not missed', async () => {
  const ctx = await newContext({ now: new Date() })
  const start = await startHere(ctx)
  const [begun, maySettle] = [Promise.withResolvers<Id>(), Promise.withResolvers<void>()]
  const slow = transaction(ctx, async (inner) => {
    begun.resolve(await emit(inner))
    await maySettle.promise
  })
  const older = await begun.promise
  const younger = await emitNow(ctx)
  const early = await readOn(ctx, start)
  expect(early.ids).toEqual([younger])
  maySettle.resolve()
  await slow
  expect((await readOn(ctx, early.after)).ids).toEqual([older])
})

test('what somebody else’s organization hears of is not followed, and neither is what happened before', async () => {
  const [ctx, other] = [await newContext({ now: new Date() }), await newContext({ now: new Date() })]
  await emitNow(ctx)
  const start = await startHere(ctx)
  await emitNow(other)
  expect((await readOn(ctx, start)).ids).toEqual([])
})

test.each(['', 'x', 'evt_1', 'AAAA', `${'A'.repeat(22)}=`])(
  '%j is no cursor, and is said to be none',
  async (after) => {
    const ctx = await newContext()
    await expect(followEvents(ctx, { after, size: 1 })).rejects.toMatchObject({ code: 'validation_failed' })
  },
)
