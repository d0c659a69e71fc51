import { expect, inject, test } from 'vitest'
import { openPresence } from './presence.ts'

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

test('a worker that has ended keeps its process alive by no timer', async () => {
  const before = timers()
  const presence = await openPresence(inject('databaseUrl'), 'some_channel', () => {})
  expect(timers()).toBeGreaterThan(before)
  await presence.close()
  expect(timers()).toBeLessThanOrEqual(before)
})
