import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../src/postgres/index.ts'
import { createRealPostgres } from '../support/real-postgres.ts'

/** The database of a scenario. */
export type Ground = {
  url: string
  /** Null when the product finds its database in its home. */
  givenUrl: string | null
  home: string
  /** Called once the stage is built and before the product starts. */
  handOver(): Promise<void>
  /** kill -9 of PostgreSQL, all of it. */
  crash(): Promise<void>
  /**
   * Resolves when the database serves again. A real server is started here, as its operator would; the embedded one
   * starts by itself.
   */
  start(): Promise<void>
  stop(): Promise<void>
}

/** A PostgreSQL of an operator. `disk` is a folder for its data, if it matters. */
export async function useRealPostgres(disk?: string, settings: readonly string[] = []): Promise<Ground> {
  const home = await mkdtemp(join(tmpdir(), 'sealane-chaos-'))
  const postgres = await createRealPostgres(settings, disk)
  await postgres.start()
  return {
    url: postgres.url,
    givenUrl: postgres.url,
    home,
    handOver: async () => {},
    crash: postgres.crash,
    start: postgres.start,
    async stop() {
      await postgres.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The embedded PostgreSQL of the product. */
export async function useEmbeddedPostgres(): Promise<Ground> {
  const home = await mkdtemp(join(tmpdir(), 'sealane-chaos-'))
  const postgres = await startEmbeddedPostgres({ home })
  const pidFile = join(home, 'postgres', 'postmaster.pid')
  const readState = async () => (await readFile(pidFile, 'utf8').catch(() => '')).split('\n')
  let crashed = ''
  return {
    url: postgres.url,
    givenUrl: null,
    home,
    handOver: postgres.stop,
    async crash() {
      crashed = (await readState())[0] ?? ''
      process.kill(-Number(crashed), 'SIGKILL')
    },
    async start() {
      for (;;) {
        const state = await readState()
        if (state[0] !== crashed && state[7]?.trim() === 'ready') return
        await pause(10)
      }
    },
    async stop() {
      await postgres.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
