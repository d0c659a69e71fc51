import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ask, processesIn, shareHome, spawnOwner, startForTest } from '../../test/support/postgres.ts'
import { startEmbeddedPostgres } from './index.ts'

const home = shareHome()
const linux = process.platform === 'linux'
const pidFile = join(home, 'postgres', 'postmaster.pid')
const postmaster = async () => Number.parseInt(await readFile(pidFile, 'utf8'), 10)

async function watchersIn(data: string): Promise<number[]> {
  const pids = await processesIn(data)
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8')))
  return pids.filter((_, index) => commands[index]?.startsWith('/bin/sh'))
}

function kill(pids: readonly number[]): void {
  for (const pid of pids) process.kill(pid, 'SIGKILL')
}

test.runIf(linux)('kill -9 of the app leaves no PostgreSQL process', async () => {
  const owner = await spawnOwner(home)
  const data = await realpath(join(home, 'postgres'))
  expect((await processesIn(data)).length).toBeGreaterThan(3)
  kill([owner.pid])
  await expect.poll(() => processesIn(data), { timeout: 3000, interval: 20 }).toEqual([])
})

test('a start right after kill -9 waits for the old server and keeps what was committed', async () => {
  const owner = await spawnOwner(home)
  const { url } = await startEmbeddedPostgres({ home, join: true })
  await ask(url, 'create table if not exists kept as select 7 as number')
  kill([owner.pid])
  await once(owner, 'exit')
  expect(await ask((await startForTest({ home })).url, 'select number from kept')).toBe(7)
})

test.runIf(linux)('the next start ends an orphan without a watcher', async () => {
  const owner = await spawnOwner(home)
  const orphan = await postmaster()
  const data = await realpath(join(home, 'postgres'))
  kill([owner.pid, ...(await watchersIn(data))])
  await once(owner, 'exit')
  await startForTest({ home })
  expect(await processesIn(data)).not.toContain(orphan)
})

test('after kill -9 of everything at once the next start works', async () => {
  const owner = await spawnOwner(home)
  kill([owner.pid, await postmaster()])
  await once(owner, 'exit')
  expect(await ask((await startForTest({ home })).url, 'select 1')).toBe(1)
})

test('another process with the old server’s process id does no harm', async () => {
  const owner = await spawnOwner(home)
  kill([owner.pid, await postmaster()])
  await once(owner, 'exit')
  const text = await readFile(pidFile, 'utf8')
  await writeFile(pidFile, text.replace(/^\d+/, String(process.ppid)))
  expect(await ask((await startForTest({ home })).url, 'select 1')).toBe(1)
})

test.runIf(linux)('a predecessor that ends while its parent sleeps does no harm', async () => {
  const owner = await spawnOwner(home)
  kill([owner.pid, await postmaster()])
  await once(owner, 'exit')
  // The process serves until it is told to end. Its parent does not reap it, so its number stays taken.
  const cwd = join(home, 'postgres')
  const { uid } = await stat(cwd)
  const parent = spawn('sh', ['-c', 'sh -c "echo \\$\\$; exec sleep 1000"; :'], { cwd, uid })
  onTestFinished(() => void parent.kill('SIGKILL'))
  const [pid] = await once(parent.stdout, 'data')
  parent.kill('SIGSTOP')
  const text = await readFile(pidFile, 'utf8')
  await writeFile(pidFile, text.replace(/^\d+/, String(pid).trim()))
  expect(await ask((await startForTest({ home })).url, 'select 1')).toBe(1)
})

test('an unexpected end of PostgreSQL is reported', async () => {
  const told = Promise.withResolvers<string>()
  await startForTest({ home, onExit: told.resolve })
  kill([await postmaster()])
  expect(await told.promise).toMatch(/PostgreSQL ended by itself \(SIGKILL\); see .*postgres\.log/)
})

test('a killed PostgreSQL serves again at the same address', async () => {
  const told = Promise.withResolvers<string>()
  const { url } = await startForTest({ home, onExit: told.resolve })
  kill([await postmaster()])
  await told.promise
  await expect.poll(() => ask(url, 'select 1').catch(() => 0), { interval: 20 }).toBe(1)
})

test('an intended stop is not reported as an unexpected end', async () => {
  const told: string[] = []
  const server = await startEmbeddedPostgres({ home, onExit: (message) => told.push(message) })
  await server.stop()
  expect(told).toEqual([])
})

test('a port that was taken meanwhile is replaced', async () => {
  const first = await startEmbeddedPostgres({ home })
  await first.stop()
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
  await once(squatter, 'listening')
  expect((await startForTest({ home })).url).not.toBe(first.url)
  squatter.close()
})
