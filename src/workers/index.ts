import { type WorkerFault, WorkerLimitError, type WorkerLimits } from './limits.ts'
import type { FromWorker, RunningWorker, StartWorker } from './messages.ts'
import { startProcess } from './process.ts'
import { startThread } from './thread.ts'

export { isBrokenLimit, type WorkerLimits } from './limits.ts'

/** Does one kind of work beside the main thread, within limits. */
type LimitedWorker<Input, Result> = {
  /** Throws WorkerLimitError for a broken limit, and what the work throws. */
  run(input: Input): Promise<Result>
  /** Ends the workers. Unfinished work throws. */
  close(): Promise<void>
}

const startMs = 30_000
const starts: Record<WorkerLimits['kind'], StartWorker> = { thread: startThread, process: startProcess }

type Piece = { input: unknown; resolve(result: unknown): void; reject(error: Error): void }
/** One worker and its present work. `fault` is the reason why the worker is being ended. */
type Slot = { isReady: boolean; piece: Piece | null; fault: WorkerFault | null; timer: NodeJS.Timeout | undefined }

/** The workers of a module, and the waiting work. */
type Pool = {
  module: URL
  limits: Required<WorkerLimits>
  running: Map<Slot, RunningWorker>
  waiting: Piece[]
}

/**
 * Makes workers that run `module`, which calls serveWork (serve.ts). Workers start when there is work, and end after
 * some idle time. Work is done in the order of its arrival.
 */
export function createLimitedWorker<Input, Result>(module: URL, given: WorkerLimits): LimitedWorker<Input, Result> {
  const limits = { workers: 1, waiting: 100, idleMs: 60_000, ...given }
  const pool: Pool = { module, limits, running: new Map(), waiting: [] }
  return {
    run(input) {
      if (pool.waiting.length >= limits.waiting) return Promise.reject(new WorkerLimitError('busy'))
      return new Promise<Result>((resolve, reject) => {
        // The module was paired with both types when the worker was made.
        pool.waiting.push({ input, resolve: (result) => resolve(result as Result), reject })
        startNext(pool)
      })
    },
    async close() {
      for (const piece of pool.waiting.splice(0)) piece.reject(new WorkerLimitError('died'))
      await Promise.all([...pool.running.keys()].map((slot) => retire(pool, slot, 'died')))
    },
  }
}

function startNext(pool: Pool): void {
  if (pool.waiting.length === 0) return
  const idle = [...pool.running.keys()].find(({ piece, fault }) => piece === null && fault === null)
  if (idle) give(pool, idle)
  else if (pool.running.size < pool.limits.workers) give(pool, start(pool))
}

function start(pool: Pool): Slot {
  const slot: Slot = { isReady: false, piece: null, fault: null, timer: undefined }
  const listener = {
    told: (message: FromWorker) => told(pool, slot, message),
    ended: (isMemory: boolean, cause?: Error) => ended(pool, slot, isMemory, cause),
  }
  pool.running.set(slot, starts[pool.limits.kind](pool.module, pool.limits.memoryMb, listener))
  return slot
}

function give(pool: Pool, slot: Slot): void {
  slot.piece = pool.waiting.shift() ?? null
  pool.running.get(slot)?.hold(true)
  if (slot.isReady) begin(pool, slot)
  else endAfter(pool, slot, startMs, 'unstarted')
}

function begin(pool: Pool, slot: Slot): void {
  endAfter(pool, slot, pool.limits.timeoutMs, 'time')
  if (slot.piece) pool.running.get(slot)?.send({ input: slot.piece.input })
}

function told(pool: Pool, slot: Slot, message: FromWorker): void {
  const { piece } = slot
  const { kind, memoryMb, idleMs } = pool.limits
  if ('isReady' in message) {
    slot.isReady = true
    begin(pool, slot)
    return
  }
  if (!piece || slot.fault) return
  slot.piece = null
  if ('error' in message) piece.reject(Object.assign(new Error(message.error.message), message.error))
  else piece.resolve(message.result)
  pool.running.get(slot)?.hold(false)
  endAfter(pool, slot, idleMs, 'died')
  // Memory that native libraries keep must not count against the next piece of work.
  if (kind === 'process' && message.memory > (memoryMb * 1_048_576) / 2) retire(pool, slot, 'died')
  startNext(pool)
}

function ended(pool: Pool, slot: Slot, isMemory: boolean, cause?: Error): void {
  clearTimeout(slot.timer)
  pool.running.delete(slot)
  const reason = slot.isReady ? (isMemory ? 'memory' : 'died') : 'unstarted'
  slot.piece?.reject(new WorkerLimitError(slot.fault ?? reason, cause))
  startNext(pool)
}

function endAfter(pool: Pool, slot: Slot, ms: number, fault: WorkerFault): void {
  clearTimeout(slot.timer)
  slot.timer = setTimeout(() => retire(pool, slot, fault), ms)
  if (slot.piece === null) slot.timer.unref()
}

function retire(pool: Pool, slot: Slot, fault: WorkerFault): Promise<void> {
  slot.fault ??= fault
  return pool.running.get(slot)?.end() ?? Promise.resolve()
}
