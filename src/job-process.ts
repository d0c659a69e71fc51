import pino from 'pino'
import type { Config } from './config.ts'
import { openCore } from './store.ts'
import { createJobHandlers } from './work.ts'
import { serveWork } from './workers/serve.ts'

/** A job that has ended a server once. */
export type ApartJob = { config: Config; task: string; payload: Record<string, unknown> }

/** Runs in a separate process: does one job, on the database of the server that asks for it. */
serveWork(async ({ config, task, payload }: ApartJob): Promise<null> => {
  const core = await openCore(config, pino({ level: 'silent' }), true)
  try {
    const handle = Object.entries(createJobHandlers(config, core)).find(([name]) => name === task)?.[1]
    if (!handle) throw new Error(`There is no job ${task}.`)
    await handle(payload)
    return null
  } finally {
    await core.close()
  }
})
