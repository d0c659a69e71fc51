import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, onTestFinished } from 'vitest'
import { onceInRun } from './once.ts'
import { forgetPort } from './postgres.ts'
import { type ServerProcess, startServer } from './server-process.ts'

/** A home folder that does not exist yet. It is removed with its contents after the test. */
export async function newServerHome(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'sealane-home-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }))
  return join(parent, 'home')
}

/**
 * Like newServerHome, but after a first start: with its database, keys and demo. It is made once in a run and copied,
 * which takes no time. first-start.test.ts and others prove the first start itself.
 */
export async function newUsedHome(): Promise<string> {
  const home = await newServerHome()
  await copyUsedHome(home)
  return home
}

/** Puts such a home where there is nothing yet. */
export async function copyUsedHome(to: string): Promise<void> {
  const folder = await onceInRun('used-home', makeUsedHome)
  await promisify(execFile)('cp', ['-a', join(folder, 'home'), to])
}

async function makeUsedHome(folder: string): Promise<void> {
  const home = join(folder, 'home')
  await (await startServer(home)).end('SIGTERM')
  await forgetPort(home)
}

/** A home folder for all the tests of a file. Ask for it at the top of the file. */
export function shareServerHome(): string {
  const parent = mkdtempSync(join(tmpdir(), 'sealane-home-'))
  afterAll(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }))
  return join(parent, 'home')
}

/** Like startServer, for one test. Its remaining processes are killed after the test. */
export async function startServerForTest(...given: Parameters<typeof startServer>): Promise<ServerProcess> {
  const server = await startServer(...given)
  onTestFinished(async () => {
    if (server.child.exitCode === null && server.child.signalCode === null) await server.end('SIGTERM')
  })
  return server
}
