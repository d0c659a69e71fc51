import { expect, inject, test } from 'vitest'
import { database } from '../support/organization.ts'
import { newSeveral } from '../support/several.ts'
import { createCount } from './interleavings/index.ts'
import { judge } from './interleavings/judge.ts'
import { drawPlan } from './interleavings/plan.ts'
import { createLane } from './interleavings/play.ts'
import { createPlayer } from './interleavings/player.ts'
import { createWire } from './interleavings/wire.ts'
import { createRandom } from './random.ts'

const seed = 16

test('however acts interleave and wherever the product dies, a submission ends once and legally', {
  timeout: 120_000,
}, async () => {
  const count = createCount()
  const play = async (plans: number[]) => {
    const wire = await createWire(inject('databaseUrl'))
    const lane = await createLane(database, wire, { begin: async (post) => createPlayer(wire.url, post) })
    for (const number of plans) count.add(number, await lane.play(drawPlan(createRandom(seed + number))))
    await lane.close()
    await wire.close()
  }
  await Promise.all([0, 1, 2].map((lane) => play(Array.from({ length: 5 }, (_, at) => 3 * at + lane))))
  expect(count.faults).toEqual([])
  expect(count.sums.deaths).toBeGreaterThan(3)
  expect(count.ends.completed).toBeGreaterThan(2)
})

test.each<[string, ('voided_at' | 'expired_at')[], RegExp]>([
  ['a submission without an end', [], /0 ends/],
  ['two ends', ['voided_at', 'expired_at'], /2 ends/],
  ['an end that was told to nobody', ['voided_at'], /voided was not told/],
])('the judge of interleavings finds %s', async (_, columns, fault) => {
  const { ctx, submissionId } = await newSeveral([{ role: 'a' }])
  for (const column of columns)
    await ctx.db
      .updateTable('submissions')
      .set({ [column]: ctx.now })
      .where('id', '=', submissionId)
      .execute()
  const { faults } = await judge(ctx, submissionId, [])
  expect(faults).toContainEqual(expect.stringMatching(fault))
})
