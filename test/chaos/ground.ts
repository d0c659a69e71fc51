import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../src/postgres/index.ts'
import { createRealPostgres } from '../support/real-postgres.ts'

/** The database that a scenario stands on. */
export type Ground = {
  url: string
  /** Null when the product finds it by itself, in its home. */
  givenUrl: string | null
  home: string
  /** Called once the stage is built and before the product starts. */
  handOver(): Promise<void>
  /** kill -9 of PostgreSQL, all of it. */
  crash(): Promise<void>
  /** Resolves when it serves again: a real server is started here, as its own operator would; ours starts by itself. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** A PostgreSQL that an operator runs. `disk` is a folder to keep its data in, if it matters. */
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

/** The PostgreSQL that the product brings along. */
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
