import { expect, test } from 'vitest'
import { startRepeating } from './repeat.ts'

test('failing work is logged once and repeated until it is stopped, and stopping waits for it', async () => {
  const told: object[] = []
  const log = { info() {}, error() {}, warn: (details: object) => void told.push(details) }
  let [count, isRunning] = [0, false]
  const repeated = Promise.withResolvers<void>()
  const work = async () => {
    isRunning = true
    await new Promise(setImmediate)
    isRunning = false
    if (++count === 4) repeated.resolve()
    if (count < 3) throw new Error('Not now.')
  }
  const repeating = startRepeating(work, 1, log)
  await repeated.promise
  await repeating.stop()
  expect({ told: told.length, isRunning }).toEqual({ told: 1, isRunning: false })
})
