import { EventEmitter } from 'node:events'
import {
  type JobHelpers,
  Logger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import type { Pool } from 'pg'
import { isSuspect, mostApart, noteDeath, runSuspect, type TryApart } from './deaths.ts'
import { registerRunner } from './registry.ts'
import { createTurns, type TakeTurn } from './turns.ts'

export type Log = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

type RunnerOptions = {
  pool: Pool
  handlers: Record<string, (payload: Record<string, unknown>) => Promise<void>>
  /** Job names with crontab expressions (UTC). */
  schedule?: { job: string; cron: string }[]
  log: Log
  concurrency?: number
  /** Runs a suspect job in a separate process. Without it, the suspect runs here once more. */
  tryApart?: TryApart
  /** Whether an error means that a process ended while it did a job's work. It counts like the end of this process. */
  isDeath?(error: unknown): boolean
}

/**
 * Runs jobs until stopped. Stopping waits for running jobs. Any live runner frees the jobs of dead runners at once
 * (graphile-worker alone waits 4 hours). A job that ends its process twice is set aside.
 */
export async function startJobs(options: RunnerOptions): Promise<{ stop(): Promise<void> }> {
  const events: WorkerEvents = new EventEmitter()
  const registered = new Promise<Awaited<ReturnType<typeof registerRunner>>>((resolve, reject) => {
    events.once('pool:create', ({ workerPool }) => registerRunner(options, workerPool.id).then(resolve, reject))
  })
  // A job is taken only after its runner is registered, because the search for dead runners uses the registration.
  const plugin: GraphileConfig.Plugin = {
    name: 'sealane-registration',
    version: '1.0.0',
    worker: { hooks: { startWorker: async () => void (await registered) } },
  }
  const runner: Runner = await run({
    pgPool: options.pool,
    concurrency: options.concurrency ?? 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    events,
    logger: toLogger(options.log),
    taskList: toTaskList(options),
    preset: { plugins: [plugin] },
    parsedCronItems: parseCronItems(
      (options.schedule ?? []).map(({ job, cron }) => ({ task: job, match: cron, identifier: job })),
    ),
  })
  const registration = await registered
  return {
    async stop() {
      await runner.stop()
      await registration.stop()
    },
  }
}

/** Migrates the tables of the job queue. Several processes may do so at once. */
export async function migrateJobs(pool: Pool): Promise<void> {
  await runMigrations({ pgPool: pool })
}

function toTaskList(options: RunnerOptions): TaskList {
  const turn = createTurns(mostApart)
  const tasks = Object.keys(options.handlers).map((task) => [
    task,
    (payload: unknown, { job }: JobHelpers) => runJob(options, turn, task, { ...Object(payload) }, job),
  ])
  return Object.fromEntries(tasks)
}

async function runJob(
  { pool, log, handlers, tryApart, isDeath }: RunnerOptions,
  turn: TakeTurn,
  task: string,
  payload: Record<string, unknown>,
  job: { id: string; locked_by: string | null },
): Promise<void> {
  const here = async () => handlers[task]?.(payload)
  const run = { id: job.id, task, payload, runner: job.locked_by ?? '' }
  try {
    if (!(await isSuspect(pool, run))) return await here()
    await runSuspect(pool, log, run, { here, turn, ...(tryApart ? { apart: tryApart } : {}) })
  } catch (error) {
    if (isDeath?.(error)) await noteDeath(pool, log, run)
    throw error
  }
}

// Logs only errors and warnings of the library.
function toLogger(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    if (level === 'error') log.error({ job: scope.jobId, task: scope.taskIdentifier }, message)
    if (level === 'warning') log.warn({ job: scope.jobId, task: scope.taskIdentifier }, message)
  })
}
