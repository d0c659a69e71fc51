import { mkdtempSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { type ServerProcess, startServer } from './server-process.ts'

/** A home folder that does not exist yet, removed with all that is in it when the test ends. */
export async function newServerHome(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'sealane-home-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }))
  return join(parent, 'home')
}

/** A home folder for all the tests of a file. Ask for it at the top of the file. */
export function shareServerHome(): string {
  const parent = mkdtempSync(join(tmpdir(), 'sealane-home-'))
  afterAll(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }))
  return join(parent, 'home')
}

/** Like startServer, for one test: what is left of it is killed when the test ends. */
export async function startServerForTest(...given: Parameters<typeof startServer>): Promise<ServerProcess> {
  const server = await startServer(...given)
  onTestFinished(async () => {
    if (server.child.exitCode === null && server.child.signalCode === null) await server.end('SIGTERM')
  })
  return server
}
