import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newHome } from '../../test/support/postgres.ts'
import { takeLock } from './lock.ts'

test('a released lock is free again', async () => {
  const home = await newHome()
  await mkdir(home)
  const lock = takeLock(join(home, 'lock'))
  expect(takeLock(join(home, 'lock'))).toBeUndefined()
  lock?.release()
  lock?.release()
  expect(takeLock(join(home, 'lock'))).toBeDefined()
})
