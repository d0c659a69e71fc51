import { open, statfs } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { StartupError } from '../startup-error.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { tryConnection } from './connect.ts'
import { diskFull, fullDiskWords, unless } from './errors.ts'
import type { Home } from './home.ts'
import { findFreePort } from './port.ts'
import { launchServer, type Server } from './server.ts'
import { type Settings, writeSettings } from './settings.ts'

export type Place = { home: Home; binaries: Binaries; account: Account | undefined }

/**
 * Serves the home's data on the port of the settings or on a free one, waits until the app's role can connect, and
 * records the port. Tries again for 10 s while the port is taken, or backends of a killed predecessor still run.
 */
export async function serveCluster(
  place: Place,
  settings: Settings,
  where: 'a free port' | 'this port' = 'a free port',
): Promise<{ server: Server; settings: Settings }> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const port = where === 'this port' ? settings.port : await findFreePort(settings.port)
    const current = { ...settings, port, pid: process.pid }
    const logStart = (await unless(['ENOENT'], sizeOf(place.home.log))) ?? 0
    const server = await launchServer(place, current.port)
    if (await server.ready) {
      await announce(place, current).catch(async (error) => {
        await server.stop()
        throw error
      })
      return { server, settings: current }
    }
    const output = await readFrom(place.home.log, logStart)
    const transient = /could not bind|Address already in use|pre-existing shared memory block/.test(output)
    if (!transient || Date.now() > deadline) throw await explainExit(place.home, output, await server.exited)
    await pause(50)
  }
}

/** Records the server's address for processes that join, and makes sure that the app can connect. */
async function announce({ home }: Place, settings: Settings): Promise<void> {
  await writeSettings(home.settings, settings)
  const refusal = await tryConnection(settings)
  if (!refusal) return
  throw new StartupError(
    `PostgreSQL started but refuses the app: ${refusal}.`,
    `Delete ${home.settings} to have its role and database made anew.`,
  )
}

async function explainExit(home: Home, output: string, exit: string): Promise<StartupError> {
  const disk = await statfs(home.folder)
  // On a full disk PostgreSQL cannot log that it is full.
  if (fullDiskWords.test(output) || disk.bavail * disk.bsize < 1024 * 1024) {
    return diskFull(home.folder)
  }
  const reason = output.split('\n').findLast((line) => /FATAL|PANIC|not found|denied/.test(line))
  return new StartupError(`PostgreSQL ended while starting: ${reason ?? exit}.`, seeLog(home))
}

function seeLog(home: Home): string {
  return `${home.log} has the details; mend that and start again, or set DATABASE_URL.`
}

async function sizeOf(path: string): Promise<number> {
  const file = await open(path)
  return (await file.stat().finally(() => file.close())).size
}

/** The log since `start` (in bytes). The whole log when it was cut meanwhile. */
async function readFrom(path: string, start: number): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read({ position: size < start ? 0 : start, buffer: Buffer.alloc(65_536) })
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
