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
import { isSuspect, noteDeath, runSuspect, type TryApart } from './deaths.ts'
import { registerRunner } from './registry.ts'

export type Log = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export type RunnerOptions = {
  pool: Pool
  handlers: Record<string, (payload: Record<string, unknown>) => Promise<void>>
  /** Job name and crontab expression (UTC) of what runs by itself. */
  schedule?: { job: string; cron: string }[]
  log: Log
  concurrency?: number
  /** Does a job in a process of its own, for jobs that ended their process; without it they are tried here once more. */
  tryApart?: TryApart
  /** Whether an error says that a process which did the work of a job was ended: it counts like the end of our own. */
  isDeath?(error: unknown): boolean
}

/**
 * Runs jobs until stopped. Stopping lets the jobs that run now finish. Jobs of a runner that died are freed at once by
 * any runner that lives (graphile-worker's own limit is 4 hours). A job that ends its process twice is set aside.
 */
export async function startJobs(options: RunnerOptions): Promise<{ stop(): Promise<void> }> {
  const events: WorkerEvents = new EventEmitter()
  const registered = new Promise<Awaited<ReturnType<typeof registerRunner>>>((resolve, reject) => {
    events.once('pool:create', ({ workerPool }) => registerRunner(options, workerPool.id).then(resolve, reject))
  })
  const runner: Runner = await run({
    pgPool: options.pool,
    concurrency: options.concurrency ?? 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    events,
    logger: toLogger(options.log),
    taskList: toTaskList(options, registered),
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

/** Brings the tables of the job queue to their newest shape. Any number of processes may do so at once. */
export async function migrateJobs(pool: Pool): Promise<void> {
  await runMigrations({ pgPool: pool })
}

// No job runs before its runner is registered, because the search for dead runners looks there.
function toTaskList(options: RunnerOptions, registered: Promise<unknown>): TaskList {
  const tasks = Object.keys(options.handlers).map((task) => [
    task,
    (payload: unknown, { job }: JobHelpers) =>
      registered.then(() => runJob(options, task, { ...Object(payload) }, job)),
  ])
  return Object.fromEntries(tasks)
}

async function runJob(
  { pool, log, handlers, tryApart, isDeath }: RunnerOptions,
  task: string,
  payload: Record<string, unknown>,
  job: { id: string; locked_by: string | null },
): Promise<void> {
  const here = async () => handlers[task]?.(payload)
  const run = { id: job.id, task, payload, runner: job.locked_by ?? '' }
  try {
    if (!(await isSuspect(pool, run))) return await here()
    await runSuspect(pool, log, run, { here, ...(tryApart ? { apart: tryApart } : {}) })
  } catch (error) {
    if (isDeath?.(error)) await noteDeath(pool, log, run)
    throw error
  }
}

// Payloads hold ids only, yet the library's chatter is kept out of the log: what matters are warnings and errors.
function toLogger(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    if (level === 'error') log.error({ job: scope.jobId, task: scope.taskIdentifier }, message)
    if (level === 'warning') log.warn({ job: scope.jobId, task: scope.taskIdentifier }, message)
  })
}
