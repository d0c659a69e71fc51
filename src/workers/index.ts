import { type WorkerFault, WorkerLimitError, type WorkerLimits } from './limits.ts'
import type { FromWorker, RunningWorker, StartWorker } from './messages.ts'
import { startProcess } from './process.ts'
import { startThread } from './thread.ts'

export { isBrokenLimit, type WorkerLimits } from './limits.ts'

/** Does one kind of work beside the main thread, within limits. */
type LimitedWorker<Input, Result> = {
  /** Throws WorkerLimitError for a broken limit, and what the work throws. */
  run(input: Input): Promise<Result>
  /** Ends the workers; unfinished work throws. */
  close(): Promise<void>
}

const startMs = 30_000
const starts: Record<WorkerLimits['kind'], StartWorker> = { thread: startThread, process: startProcess }

type Piece = { input: unknown; resolve(result: unknown): void; reject(error: Error): void }
/** One worker and its present work. `fault` is why it is being ended. */
type Slot = { isReady: boolean; piece: Piece | null; fault: WorkerFault | null; timer: NodeJS.Timeout | undefined }

/**
 * Makes workers that run `module`, which calls serveWork (serve.ts). They start when there is work, and end after
 * an idle while. Work is done in the order in which it came.
 */
export function createLimitedWorker<Input, Result>(module: URL, limits: WorkerLimits): LimitedWorker<Input, Result> {
  const { kind, memoryMb, timeoutMs, workers: most = 1, waiting: mostWaiting = 100, idleMs = 60_000 } = limits
  const running = new Map<Slot, RunningWorker>()
  const waiting: Piece[] = []

  function startNext(): void {
    if (waiting.length === 0) return
    const idle = [...running.keys()].find(({ piece, fault }) => piece === null && fault === null)
    if (idle) give(idle)
    else if (running.size < most) give(start())
  }

  function start(): Slot {
    const slot: Slot = { isReady: false, piece: null, fault: null, timer: undefined }
    const listener = {
      told: (message: FromWorker) => told(slot, message),
      ended: (isMemory: boolean, cause?: Error) => ended(slot, isMemory, cause),
    }
    running.set(slot, starts[kind](module, memoryMb, listener))
    return slot
  }

  function give(slot: Slot): void {
    slot.piece = waiting.shift() ?? null
    running.get(slot)?.hold(true)
    if (slot.isReady) begin(slot)
    else endAfter(slot, startMs, 'unstarted')
  }

  function begin(slot: Slot): void {
    endAfter(slot, timeoutMs, 'time')
    if (slot.piece) running.get(slot)?.send({ input: slot.piece.input })
  }

  function told(slot: Slot, message: FromWorker): void {
    const { piece } = slot
    if ('isReady' in message) {
      slot.isReady = true
      begin(slot)
      return
    }
    if (!piece || slot.fault) return
    slot.piece = null
    if ('error' in message) piece.reject(Object.assign(new Error(message.error.message), message.error))
    else piece.resolve(message.result)
    running.get(slot)?.hold(false)
    endAfter(slot, idleMs, 'died')
    // Memory that native libraries keep must not count against the next piece of work.
    if (kind === 'process' && message.memory > (memoryMb * 1_048_576) / 2) retire(slot, 'died')
    startNext()
  }

  function ended(slot: Slot, isMemory: boolean, cause?: Error): void {
    clearTimeout(slot.timer)
    running.delete(slot)
    const reason = slot.isReady ? (isMemory ? 'memory' : 'died') : 'unstarted'
    slot.piece?.reject(new WorkerLimitError(slot.fault ?? reason, cause))
    startNext()
  }

  function endAfter(slot: Slot, ms: number, fault: WorkerFault): void {
    clearTimeout(slot.timer)
    slot.timer = setTimeout(() => retire(slot, fault), ms)
    if (slot.piece === null) slot.timer.unref()
  }

  function retire(slot: Slot, fault: WorkerFault): Promise<void> {
    slot.fault ??= fault
    return running.get(slot)?.end() ?? Promise.resolve()
  }

  return {
    run(input) {
      if (waiting.length >= mostWaiting) return Promise.reject(new WorkerLimitError('busy'))
      return new Promise<Result>((resolve, reject) => {
        // The module was paired with both types when the worker was made.
        waiting.push({ input, resolve: (result) => resolve(result as Result), reject })
        startNext()
      })
    },
    async close() {
      for (const piece of waiting.splice(0)) piece.reject(new WorkerLimitError('died'))
      await Promise.all([...running.keys()].map((slot) => retire(slot, 'died')))
    },
  }
}
