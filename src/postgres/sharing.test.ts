import { expect, test } from 'vitest'
import { ask, newHome, shareHome, spawnOwner, startForTest } from '../../test/support/postgres.ts'
import { startEmbeddedPostgres } from './index.ts'

const home = shareHome()

test('a second start on the same home is refused with the process that uses it', async () => {
  const owner = await spawnOwner(home)
  await expect(startEmbeddedPostgres({ home })).rejects.toThrow(
    new RegExp(`already runs on .*process ${owner.pid}.*Stop`),
  )
})

test('a second start in the same process is refused too', async () => {
  await startForTest({ home })
  await expect(startEmbeddedPostgres({ home })).rejects.toThrow(/already runs on/)
})

test('a process that joins uses the server and does not stop it', async () => {
  const owner = await startForTest({ home })
  const guest = await startEmbeddedPostgres({ home, join: true })
  await guest.stop()
  expect(guest).toMatchObject({ owner: false, url: owner.url, dataFolder: owner.dataFolder })
  expect(await ask(owner.url, 'select 1')).toBe(1)
})

test('one of several processes that join at once creates and starts the server, and all use it', async () => {
  const home = await newHome()
  const all = await Promise.all([1, 2, 3].map(() => startForTest({ home, join: true })))
  expect(all.filter(({ owner }) => owner)).toHaveLength(1)
  expect(new Set(all.map(({ url }) => url)).size).toBe(1)
})

test('one of several processes that start at once owns the server, and the others are refused', async () => {
  const all = await Promise.allSettled([1, 2, 3].map(() => startForTest({ home })))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('two homes have servers of their own', async () => {
  const [one, two] = await Promise.all([home, await newHome()].map((each) => startForTest({ home: each })))
  expect(one?.url).not.toBe(two?.url)
})
